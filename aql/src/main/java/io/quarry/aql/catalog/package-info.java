/** What an AQL query may name: the columns of {@code events}, custom properties, types, and the switches for readings. */
package io.quarry.aql.catalog;

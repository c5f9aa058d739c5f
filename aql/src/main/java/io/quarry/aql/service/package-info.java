/** What editors and tools ask of a query's text: its layout. */
package io.quarry.aql.service;

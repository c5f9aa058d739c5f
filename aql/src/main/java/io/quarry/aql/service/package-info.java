/** What editors and tools ask of a query's text: its layout, and what could be written at a place. */
package io.quarry.aql.service;

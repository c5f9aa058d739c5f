/**
 * Ariel Query Language, the query language of IBM QRadar: text to plan, with what QRadar would refuse and what it would
 * read otherwise than its author meant.
 */
package io.quarry.aql;

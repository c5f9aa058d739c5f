/**
 * KQL as it is written: scanner, parsers and a syntax tree that keeps every span. Knows the grammar and no table, column or
 * function. The parsers follow the operators' reference pages, one production a method.
 */
package io.quarry.kql.syntax;

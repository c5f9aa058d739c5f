/** Patterns: the values that many rows have in common, mined from rows whose values are coded as small numbers. */
package io.quarry.functions.pattern;

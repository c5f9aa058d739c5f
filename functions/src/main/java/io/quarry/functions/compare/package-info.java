/** Comparison of values of all types: operators, membership in lists, nulls. */
package io.quarry.functions.compare;

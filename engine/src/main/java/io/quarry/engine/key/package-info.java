/** Tuples of values as dense numbers, for grouping and joining. */
package io.quarry.engine.key;

/** Aggregate functions. */
package io.quarry.functions.aggregate;

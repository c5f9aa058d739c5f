/** Expressions as closures over vectors, compiled once a plan. */
package io.quarry.engine.expression;

/**
 * The tabular operators: one class each, named for the operator, and {@code Operators}, which lists them. {@code
 * TableAnalyzer} gives expressions their meaning as tables, {@code Results} whole texts.
 */
package io.quarry.kql.operator;

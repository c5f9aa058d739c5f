/**
 * The analysis of expressions that give a value, of statements, and of calls of functions that a query declares. {@code
 * Analysis} is what each part has at hand. What gives a table is analyzed behind {@code TableAnalysis}, so that nothing here
 * knows an operator.
 */
package io.quarry.kql.analysis;

package io.quarry.kql.analysis;

import io.quarry.kql.relation.Relation;
import io.quarry.kql.syntax.Expression;

/** What analyzes an expression that gives a table. The analysis of values asks it, and knows no operator. */
@FunctionalInterface
public interface TableAnalysis {
    Relation table(Expression expression, Analysis analysis);
}

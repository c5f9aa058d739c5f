package io.quarry.kql;

import io.quarry.kql.syntax.Operator;
import io.quarry.plan.Plan;

/** {@code where}: the rows for which the predicate is true, not null. */
final class WhereOperator {
    private final Analysis analysis;

    WhereOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.Where where, Relation input) {
        Scalar condition = new ScalarAnalyzer(analysis, input).condition(where.predicate());
        return input.then(new Plan.Filter(input.plan(), condition.expr())).keepingName(input);
    }
}

package io.quarry.kql.operator;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.ScalarAnalyzer;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.WindowCollector;
import io.quarry.kql.syntax.Operator;
import io.quarry.plan.Plan;

/** {@code where}: the rows for which the predicate is true, not null. */
final class WhereOperator {
    private final Analysis analysis;

    WhereOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.Where where, Relation input) {
        WindowCollector windows = new WindowCollector(input);
        Scalar condition = new ScalarAnalyzer(analysis, windows.row()).condition(where.predicate());
        Relation rows = windows.rows();
        Relation filtered = rows.then(new Plan.Filter(rows.plan(), condition.expr()));
        return (rows == input ? filtered : Projection.of(input).over(filtered)).keepingName(input);
    }
}

package io.quarry.kql.operator;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.relation.AggregateCollector;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.WindowCollector;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import java.util.List;

/** {@code summarize}: one row a group; the keys, then the aggregates as written. */
final class SummarizeOperator {
    private final Analysis analysis;

    SummarizeOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.Summarize summarize, Relation rows) {
        WindowCollector windows = new WindowCollector(rows);
        Relation input = windows.row();
        GroupColumns groups = new GroupColumns(analysis, "summarize");
        List<NamedExpr> keys = groups.keys(summarize.keys(), input);
        AggregateCollector collector = new AggregateCollector(input, keys.size());
        for (Expression item : summarize.aggregates()) {
            groups.values(item, collector).forEach(groups::add);
        }
        Plan grouped = new Plan.Aggregate(windows.rows().plan(), keys, collector.calls());
        Relation aggregated = groups.columns().over(input.then(grouped)).unordered();
        boolean all = summarize.aggregates().stream()
                .map(Projection::value)
                .anyMatch(value -> value instanceof Expression.Call call
                        && call.arguments().stream().anyMatch(Expression.Star.class::isInstance));
        return all ? aggregated : aggregated.closed();
    }
}

package io.quarry.aql.analysis;

import io.quarry.plan.AggregateCall;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Origin;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns expressions over rows into expressions over groups: a group's key is a column, an aggregate is a column, and any
 * other column is that of the group's first row.
 */
final class Grouping {
    private final QueryScope scope;
    private final AggregateAnalyzer aggregates;
    private final List<Expr> keys;
    private final Origin origin;

    Grouping(QueryScope scope, AggregateAnalyzer aggregates, List<Expr> keys, Origin origin) {
        this.scope = scope;
        this.aggregates = aggregates;
        this.keys = keys;
        this.origin = origin;
    }

    /** The expression over the columns of {@link #plan}; asks for the aggregates that it needs. */
    Expr overGroups(Expr expr) {
        int key = keys.indexOf(expr);
        if (key >= 0) {
            return new Expr.Column(key, expr.type());
        }
        Optional<Integer> aggregate = QueryScope.aggregateOf(expr);
        if (aggregate.isPresent()) {
            return new Expr.Column(keys.size() + aggregate.get(), expr.type());
        }
        if (expr instanceof Expr.Column) {
            Typed first = aggregates.first(expr, origin);
            return overGroups(first.expr());
        }
        List<Expr> children = expr.children();
        return children.isEmpty()
                ? expr
                : expr.withChildren(children.stream().map(this::overGroups).toList());
    }

    /** The groups of the rows: keys, then all aggregates asked for so far. */
    Plan plan(Plan rows) {
        List<NamedExpr> named = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            named.add(new NamedExpr("key" + i, keys.get(i)));
        }
        List<AggregateCall> calls = new ArrayList<>();
        for (QueryScope.Aggregated aggregate : scope.aggregates()) {
            AggregateFunction function = aggregate.function();
            calls.add(new AggregateCall("aggregate" + calls.size(), function, aggregate.arguments(), origin));
        }
        return new Plan.Aggregate(rows, named, calls);
    }
}

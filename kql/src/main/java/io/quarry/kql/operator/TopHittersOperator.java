package io.quarry.kql.operator;

import io.quarry.kql.analysis.AggregateCalls;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.ColumnNames;
import io.quarry.kql.analysis.Counts;
import io.quarry.kql.analysis.Items;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.group.RowNumbers;
import io.quarry.kql.relation.AggregateCollector;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.kql.type.Overloads;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Origin;
import io.quarry.plan.Plan;
import io.quarry.plan.SortKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code top-hitters}: the values that occur most often, or whose weights have the greatest sum. The platform estimates; here
 * the numbers are exact.
 */
final class TopHittersOperator {
    private final Analysis analysis;

    TopHittersOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.TopHitters hitters, Relation input) {
        Scalar value = value(hitters.value(), input);
        String name = new ColumnNames(analysis).of(hitters.value()).orElse("Column1");
        Optional<Expr> weight = hitters.weight().flatMap(node -> weight(node, input));
        if (!value.isKnown() || hitters.weight().isPresent() && weight.isEmpty()) {
            return input.opened();
        }
        String measure = hitters.weight().isEmpty()
                ? "approximate_count_" + name
                : "approximate_sum_"
                        + new ColumnNames(analysis).of(hitters.weight().get()).orElse("");
        Origin origin = analysis.origin(hitters.span());
        AggregateCollector collector = new AggregateCollector(input, 1);
        Overloads.Match<AggregateFunction> match = Overloads.aggregate(
                        weight.isPresent() ? "sum" : "count",
                        weight.map(List::of).orElse(List.of()),
                        origin)
                .orElseThrow(() -> new IllegalStateException("no sum of " + weight));
        Scalar total = new AggregateCalls(analysis, collector).add(match, origin);
        Plan groups = new Plan.Aggregate(input.plan(), List.of(new NamedExpr(name, value.expr())), collector.calls());
        Projection columns = new Projection();
        columns.add(name, Scalar.of(new Expr.Column(0, value.type())));
        columns.add(measure, total);
        Relation rows = columns.over(input.then(groups)).closed();
        return greatest(rows, new Counts(analysis).rows(hitters.count()));
    }

    /** The rows with the greatest measure; of equal ones the last, as the platform was seen to choose. */
    private static Relation greatest(Relation rows, OptionalLong count) {
        Plan numbered = RowNumbers.within(rows.plan(), List.of());
        List<SortKey> keys = List.of(descending(rows.column(1).expr()), descending(RowNumbers.of(numbered)));
        Plan greatest = new Plan.Sort(numbered, keys, count);
        return Projection.of(rows).over(rows.then(greatest));
    }

    private static SortKey descending(Expr key) {
        return new SortKey(key, SortKey.Direction.DESCENDING, SortKey.Nulls.LAST);
    }

    private Scalar value(Expression node, Relation input) {
        Expression column = node instanceof Expression.Parenthesized inner ? inner.inner() : node;
        if (!(column instanceof Expression.Name)) {
            analysis.report(
                    KqlCode.UNKNOWN_COLUMN,
                    node.span(),
                    "top-hitters takes a column, found an expression",
                    "compute it with extend before");
            return Scalar.UNKNOWN;
        }
        return new Items(analysis).value(column, input);
    }

    private Optional<Expr> weight(Expression node, Relation input) {
        Scalar weight = analysis.scalar(Projection.value(node), input);
        if (weight.isKnown() && !weight.type().isNumeric()) {
            analysis.report(
                    KqlCode.WRONG_TYPE,
                    Projection.value(node).span(),
                    "top-hitters adds up numbers, found " + weight.type().label());
            return Optional.empty();
        }
        return weight.isKnown() ? Optional.of(weight.expr()) : Optional.empty();
    }
}

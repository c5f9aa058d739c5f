package io.quarry.kql;

import io.quarry.data.Type;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code summarize}: one row a group; the keys, then the aggregates as written. */
final class SummarizeOperator {
    private final Analysis analysis;
    private final Projection columns = new Projection();
    private final UniqueNames names = new UniqueNames(List.of());
    private final Set<String> declared = new HashSet<>();

    SummarizeOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.Summarize summarize, Relation rows) {
        WindowCollector windows = new WindowCollector(rows);
        Relation input = windows.row();
        List<NamedExpr> keys = new ArrayList<>();
        List<Expression> keyNodes = new ArrayList<>();
        for (Expression item : summarize.keys()) {
            key(item, input).ifPresent(key -> {
                keys.add(key);
                keyNodes.add(Projection.value(item));
            });
        }
        AggregateCollector collector = new AggregateCollector(input, keys.size());
        MultipleAggregates multiple = new MultipleAggregates(analysis, collector, keyNodes);
        for (Expression item : summarize.aggregates()) {
            if (multiple.isMultiple(item)) {
                multiple.columns(item).forEach(this::add);
            } else if (SeveralValues.isCall(item, analysis)) {
                ScalarAnalyzer scalars = new ScalarAnalyzer(analysis, Relation.NONE, Optional.of(collector));
                new SeveralValues(scalars)
                        .columns(item, SeveralValues.Unnamed.KEPT)
                        .forEach(this::add);
            } else {
                add(single(item, collector));
            }
        }
        Plan grouped = new Plan.Aggregate(windows.rows().plan(), keys, collector.calls());
        Relation groups = columns.over(input.then(grouped)).unordered();
        boolean all = summarize.aggregates().stream()
                .map(Projection::value)
                .anyMatch(value -> value instanceof Expression.Call call
                        && call.arguments().stream().anyMatch(Expression.Star.class::isInstance));
        return all ? groups : groups.closed();
    }

    private Optional<NamedExpr> key(Expression item, Relation input) {
        Scalar value = new Items(analysis).value(item, input);
        if (value.isKnown() && value.type() == Type.DYNAMIC) {
            DynamicKeys.refuse(analysis, Projection.value(item).span(), "summarize");
            value = Scalar.UNKNOWN;
        }
        Optional<Expression.Name> name = new Items(analysis).declared(item);
        if (name.isPresent() && !declare(name.get())) {
            return Optional.empty();
        }
        Optional<String> own = new ColumnNames(analysis).of(item);
        String column = own.map(names::take).orElseGet(names::takeUnnamed);
        Expr reference = new Expr.Column(columns.columns().size(), value.type());
        columns.add(column, new Scalar(reference, value.state()));
        return Optional.of(new NamedExpr(column, value.expr()));
    }

    private NamedValue single(Expression item, AggregateCollector collector) {
        Expression value = Projection.value(item);
        Scalar scalar = new ScalarAnalyzer(analysis, Relation.NONE, Optional.of(collector)).analyze(value);
        if (item instanceof Expression.Named named) {
            new Items(analysis).refuseNames(item);
            return new NamedValue(Optional.of(named.names().get(0)), Optional.empty(), scalar);
        }
        Optional<String> name = value instanceof Expression.Call call
                        && PlatformFunctions.aggregate(call.function().name()).isPresent()
                ? new ColumnNames(analysis).ofAggregate(call)
                : new ColumnNames(analysis).of(value);
        return new NamedValue(Optional.empty(), name, scalar);
    }

    private void add(NamedValue aggregate) {
        if (aggregate.declared().isPresent() && !declare(aggregate.declared().get())) {
            return;
        }
        Optional<String> name = aggregate.declared().map(Expression.Name::name).or(aggregate::automatic);
        columns.add(name.map(names::take).orElseGet(names::takeUnnamed), aggregate.value());
    }

    private boolean declare(Expression.Name name) {
        if (declared.add(name.name())) {
            return true;
        }
        Span span = name.span();
        analysis.report(KqlCode.DUPLICATE_NAME, span, "the column '" + name.name() + "' is declared already");
        return false;
    }
}

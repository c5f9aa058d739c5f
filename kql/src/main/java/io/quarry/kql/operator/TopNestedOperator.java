package io.quarry.kql.operator;

import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.ColumnNames;
import io.quarry.kql.analysis.Counts;
import io.quarry.kql.analysis.ScalarAnalyzer;
import io.quarry.kql.group.NestedGroups;
import io.quarry.kql.relation.AggregateCollector;
import io.quarry.kql.relation.PlanSize;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.UniqueNames;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.kql.type.Conversions;
import io.quarry.kql.type.Overloads;
import io.quarry.plan.AggregateCall;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Origin;
import io.quarry.plan.Plan;
import io.quarry.plan.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code top-nested}: the top groups by an aggregate, inside of each its own top groups, and so on. Each level gives its value
 * and its aggregate. The rows of all other groups become one group where the level says {@code with others}; levels below it
 * that do not say so have no value there.
 */
final class TopNestedOperator {
    private final Analysis analysis;
    private final UniqueNames names = new UniqueNames(List.of());
    private final List<String> columns = new ArrayList<>();
    private boolean isSound = true;

    TopNestedOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.TopNested nested, Relation input) {
        NestedGroups groups = NestedGroups.of(input.plan());
        for (Operator.TopNested.Level level : nested.levels()) {
            Optional<NestedGroups.Level> known = level(level, input, groups.pathWidth());
            if (known.isPresent()) {
                groups = groups.with(known.get());
            }
        }
        if (!isSound) {
            return Relation.BROKEN;
        }
        Plan rows = result(groups, analysis.origin(nested.span()));
        return input.then(rows).closed().sized(PlanSize.of(rows)).unordered();
    }

    /** One row for each innermost group, with the value and the aggregate of each level. */
    private Plan result(NestedGroups groups, Origin origin) {
        List<AggregateCall> aggregates = new ArrayList<>();
        for (NamedExpr aggregate : groups.aggregates()) {
            Overloads.Match<AggregateFunction> any = Overloads.aggregate("take_any", List.of(aggregate.expr()), origin)
                    .orElseThrow(() -> new IllegalStateException(
                            "no take_any of a " + aggregate.expr().type()));
            aggregates.add(new AggregateCall(aggregate.name(), any.function(), any.arguments(), origin));
        }
        Plan paths = new Plan.Aggregate(groups.rows(), groups.path(), aggregates);
        List<NamedExpr> given = new ArrayList<>();
        int levels = groups.aggregates().size();
        for (int i = 0; i < levels; i++) {
            given.add(column(paths, 2 * i, columns.get(2 * i)));
            given.add(column(paths, 2 * levels + i, columns.get(2 * i + 1)));
        }
        return new Plan.Project(paths, given);
    }

    private static NamedExpr column(Plan plan, int index, String name) {
        return new NamedExpr(name, new Expr.Column(index, plan.schema().type(index)));
    }

    /** A level whose expressions are known; empty after an error. */
    private Optional<NestedGroups.Level> level(Operator.TopNested.Level level, Relation input, int pathWidth) {
        Scalar value = analysis.scalar(Projection.value(level.value()), input);
        AggregateCollector collector = new AggregateCollector(input, pathWidth + 1);
        Expression ranking = Projection.value(level.aggregate().key());
        Scalar aggregate = new ScalarAnalyzer(analysis, Relation.NONE, Optional.of(collector)).analyze(ranking);
        OptionalLong count = level.count().isEmpty()
                ? OptionalLong.empty()
                : new Counts(analysis).rows(level.count().get());
        refuseDynamic(value, level.value());
        refuseDynamic(aggregate, ranking);
        name(level);
        Optional<Expr> others = level.others().flatMap(node -> others(node, value.type()));
        isSound &= value.isKnown() && aggregate.isKnown();
        if (!isSound) {
            return Optional.empty();
        }
        SortKey.Nulls smallest =
                level.aggregate().direction() == SortKey.Direction.ASCENDING ? SortKey.Nulls.FIRST : SortKey.Nulls.LAST;
        SortKey order = new SortKey(
                aggregate.expr(),
                level.aggregate().direction(),
                level.aggregate().nulls().orElse(smallest));
        return Optional.of(new NestedGroups.Level(value.expr(), collector.calls(), order, count, others));
    }

    private void name(Operator.TopNested.Level level) {
        Optional<String> value = new ColumnNames(analysis).of(level.value());
        if (value.isEmpty()) {
            analysis.unsupported(level.value().span(), "a value without a name in top-nested");
            isSound = false;
            return;
        }
        String name = names.take(value.get());
        columns.add(name);
        columns.add(names.take(
                level.aggregate().key() instanceof Expression.Named named
                        ? named.names().get(0).name()
                        : "aggregated_" + name));
    }

    private void refuseDynamic(Scalar value, Expression node) {
        if (value.isKnown() && value.type() == Type.DYNAMIC) {
            analysis.unsupported(node.span(), "a dynamic value in top-nested");
            isSound = false;
        }
    }

    /** The value that stands for all other groups, as the type of the level's values. */
    private Optional<Expr> others(Expression node, Type type) {
        Scalar others = analysis.constant(node);
        if (!others.isKnown()) {
            isSound = false;
            return Optional.empty();
        }
        boolean fits = others.type() == type || others.type().isNumeric() && type.isNumeric();
        Optional<Expr> converted =
                fits ? Conversions.convert(others.expr(), type, analysis.origin(node.span())) : Optional.empty();
        if (converted.isEmpty()) {
            analysis.unsupported(
                    node.span(),
                    "a value of type " + others.type().label() + " for the others of type " + type.label());
            isSound = false;
        }
        return converted;
    }
}

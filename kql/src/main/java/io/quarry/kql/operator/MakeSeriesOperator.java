package io.quarry.kql.operator;

import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.ColumnNames;
import io.quarry.kql.analysis.Items;
import io.quarry.kql.relation.AggregateCollector;
import io.quarry.kql.relation.NamedValue;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.kql.type.Conversions;
import io.quarry.kql.type.Overloads;
import io.quarry.kql.type.Shape;
import io.quarry.plan.AggregateCall;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code make-series}: the rows are aggregated by keys and steps of the axis; then the steps of each tuple of keys are listed,
 * and the lists spread over the axis. Without ends, each series goes from its first to its last step that has rows.
 */
final class MakeSeriesOperator {
    /** A value of the series, over the rows that are aggregated by keys and steps. */
    private record Series(NamedValue value, Expr otherwise) {}

    private final Analysis analysis;

    MakeSeriesOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.MakeSeries node, Relation input) {
        GroupColumns groups = new GroupColumns(analysis, "make-series");
        List<NamedExpr> keys = groups.keys(node.keys(), input);
        Scalar axis = new Items(analysis).value(node.axis(), input);
        Optional<SeriesBins> bins = SeriesBins.of(node, axis, analysis);
        boolean isNonEmpty = isNonEmpty(node);
        AggregateCollector collector = new AggregateCollector(input, keys.size() + 1);
        List<Series> series = new ArrayList<>();
        for (Operator.MakeSeries.Series item : node.series()) {
            groups.values(item.value(), collector).forEach(value -> series.add(series(value, item)));
        }
        boolean known = !groups.columns().shapes().containsValue(Shape.UNKNOWN)
                && series.stream().allMatch(each -> each.value().value().isKnown());
        if (bins.isEmpty() || !known) {
            return input.opened();
        }
        Plan filtered = new Plan.Filter(input.plan(), bins.get().condition());
        List<NamedExpr> binned = new ArrayList<>(keys);
        binned.add(new NamedExpr("bin", bins.get().bin()));
        Plan aggregated = new Plan.Aggregate(filtered, binned, collector.calls());
        Plan listed = listed(aggregated, keys, series, bins.get(), isNonEmpty);
        int first = keys.isEmpty() && !isNonEmpty ? 1 : keys.size();
        Expr steps = new Expr.Column(first, Type.DYNAMIC);
        for (int i = 0; i < series.size(); i++) {
            Expr values = new Expr.Column(first + 1 + i, Type.DYNAMIC);
            Expr array = bins.get().array(steps, values, series.get(i).otherwise());
            NamedValue value = series.get(i).value();
            groups.add(new NamedValue(value.declared(), value.automatic(), Scalar.of(array)));
        }
        Items items = new Items(analysis);
        groups.add(new NamedValue(
                items.declared(node.axis()),
                new ColumnNames(analysis).of(node.axis()),
                Scalar.of(bins.get().axisArray(steps))));
        return groups.columns().over(input.then(listed)).unordered().closed();
    }

    private boolean isNonEmpty(Operator.MakeSeries node) {
        boolean isNonEmpty = JoinOperator.kind(analysis, node.parameters(), Set.of("nonempty"))
                .isPresent();
        if (isNonEmpty && !node.keys().isEmpty()) {
            analysis.unsupported(node.parameters().get(0).span(), "kind=nonempty together with by");
        }
        return isNonEmpty;
    }

    private Series series(NamedValue value, Operator.MakeSeries.Series item) {
        Type type = value.value().type();
        Scalar otherwise = item.otherwise().map(analysis::constant).orElse(Scalar.literal(Type.LONG, 0L));
        if (value.value().isKnown() && otherwise.isKnown()) {
            check(type, otherwise, item);
        }
        Expr converted = type == Type.REAL && otherwise.type().isNumeric()
                ? Conversions.convert(
                                otherwise.expr(),
                                Type.REAL,
                                analysis.origin(item.value().span()))
                        .orElseThrow()
                : otherwise.expr();
        return new Series(value, converted);
    }

    private void check(Type type, Scalar otherwise, Operator.MakeSeries.Series item) {
        Expression node = Projection.value(item.value());
        boolean isTime = type == Type.TIMESPAN || type == Type.DATETIME;
        boolean isNull = otherwise.expr() instanceof Expr.Literal literal && literal.value() == null;
        if (!type.isNumeric() && !(isTime && item.otherwise().isPresent())) {
            analysis.unsupported(node.span(), "a series of " + type.label() + (isTime ? " without a default" : ""));
        } else if (!isNull && otherwise.type() != type && !(otherwise.type().isNumeric() && type.isNumeric())) {
            analysis.unsupported(
                    item.otherwise().orElse(node).span(),
                    "a default of type " + otherwise.type().label() + " for a series of " + type.label());
        }
    }

    /** For each tuple of keys the list of its steps, and for each series the list of its values at these. */
    private Plan listed(
            Plan aggregated, List<NamedExpr> keys, List<Series> series, SeriesBins bins, boolean isNonEmpty) {
        List<NamedExpr> columns = new ArrayList<>();
        List<NamedExpr> listKeys = new ArrayList<>();
        for (NamedExpr key : keys) {
            Expr column = new Expr.Column(columns.size(), key.expr().type());
            columns.add(new NamedExpr(key.name(), column));
            listKeys.add(new NamedExpr(key.name(), column));
        }
        if (keys.isEmpty() && !isNonEmpty) {
            // Without keys an aggregation always gives a row; this one is to give none for no rows.
            listKeys.add(new NamedExpr("all", new Expr.Literal(Type.LONG, 0L)));
        }
        List<AggregateCall> lists = new ArrayList<>();
        Expr bin = new Expr.Column(keys.size(), bins.bin().type());
        list("bins", bins.dynamic(bin), columns, lists, bins);
        for (Series each : series) {
            list("values" + lists.size(), bins.dynamic(each.value().value().expr()), columns, lists, bins);
        }
        return new Plan.Aggregate(new Plan.Project(aggregated, columns), listKeys, lists);
    }

    private static void list(
            String name, Expr value, List<NamedExpr> columns, List<AggregateCall> lists, SeriesBins bins) {
        Expr column = new Expr.Column(columns.size(), Type.DYNAMIC);
        columns.add(new NamedExpr(name, value));
        Overloads.Match<AggregateFunction> list = Overloads.aggregate(
                        "make_list_with_nulls", List.of(column), bins.origin())
                .orElseThrow();
        lists.add(new AggregateCall(name, list.function(), list.arguments(), bins.origin()));
    }
}

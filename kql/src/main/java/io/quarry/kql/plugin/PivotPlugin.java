package io.quarry.kql.plugin;

import io.quarry.data.Type;
import io.quarry.kql.analysis.DynamicKeys;
import io.quarry.kql.analysis.ScalarAnalyzer;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.AggregateCollector;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.UniqueNames;
import io.quarry.kql.syntax.ColumnDeclaration;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.OutputSchema;
import io.quarry.kql.type.Conversions;
import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * {@code pivot}: a row for each group of the kept columns, with a column for each value of the pivot column that holds an
 * aggregate of the rows with that value. The values are declared, or found in the data in order of first appearance.
 */
final class PivotPlugin {
    /** The aggregates that the plugin takes, by the forms of them that have a condition. */
    private static final Map<String, String> CONDITIONAL = Map.ofEntries(
            Map.entry("count", "countif"),
            Map.entry("min", "minif"),
            Map.entry("max", "maxif"),
            Map.entry("sum", "sumif"),
            Map.entry("avg", "avgif"),
            Map.entry("stdev", "stdevif"),
            Map.entry("variance", "varianceif"),
            Map.entry("dcount", "dcountif"),
            Map.entry("take_any", "take_anyif"),
            Map.entry("any", "take_anyif"),
            Map.entry("make_list", "make_list_if"),
            Map.entry("make_set", "make_set_if"),
            Map.entry("make_bag", "make_bag_if"));

    private final PluginCall call;
    private final int pivot;
    private final Expression.Call aggregate;
    private final List<Integer> keys;

    private PivotPlugin(PluginCall call, int pivot, Expression.Call aggregate) {
        this.call = call;
        this.pivot = pivot;
        this.aggregate = aggregate;
        this.keys = call.has("column") ? call.columns("column") : others(call, pivot, aggregate);
    }

    static Relation apply(PluginCall call) {
        OptionalInt pivot = call.column("pivotColumn");
        Optional<Expression.Call> aggregate = aggregate(call);
        if (pivot.isEmpty() || aggregate.isEmpty()) {
            return Relation.BROKEN;
        }
        if (call.input().column(pivot.getAsInt()).isKnown()
                && call.input().schema().type(pivot.getAsInt()) == Type.DYNAMIC) {
            DynamicKeys.refuse(
                    call.analysis(), call.argument("pivotColumn").orElseThrow().span(), "pivot");
            return Relation.BROKEN;
        }
        AggregateCollector once = new AggregateCollector(call.input(), 0);
        if (!new ScalarAnalyzer(call.analysis(), Relation.NONE, Optional.of(once))
                .analyze(aggregate.get())
                .isKnown()) {
            return Relation.BROKEN;
        }
        PivotPlugin plugin = new PivotPlugin(call, pivot.getAsInt(), aggregate.get());
        return call.schema().map(plugin::declared).orElseGet(plugin::discovered);
    }

    private static Optional<Expression.Call> aggregate(PluginCall call) {
        Optional<Expression> written = call.argument("aggregationFunction");
        if (written.isEmpty()) {
            Expression.Name count = new Expression.Name(call.span(), "count");
            return Optional.of(new Expression.Call(call.span(), count, List.of()));
        }
        if (written.get() instanceof Expression.Call function
                && CONDITIONAL.containsKey(function.function().name())) {
            return Optional.of(function);
        }
        call.analysis()
                .report(
                        KqlCode.UNKNOWN_KIND,
                        written.get().span(),
                        "pivot takes an aggregate here: "
                                + String.join(", ", new java.util.TreeSet<>(CONDITIONAL.keySet())));
        return Optional.empty();
    }

    /** The columns that neither the pivot nor the aggregate takes. */
    private static List<Integer> others(PluginCall call, int pivot, Expression.Call aggregate) {
        String aggregated = aggregate.arguments().stream()
                .findFirst()
                .filter(Expression.Name.class::isInstance)
                .map(argument -> ((Expression.Name) argument).name())
                .orElse("");
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < call.input().schema().size(); i++) {
            if (i != pivot && !call.input().schema().name(i).equals(aggregated)) {
                others.add(i);
            }
        }
        return others;
    }

    private Relation discovered() {
        Relation input = call.input();
        Scalar value = input.column(pivot);
        Optional<List<List<Object>>> found = value.isKnown()
                ? call.analysis().discovery().distinct(input.plan(), List.of(text(value.expr())))
                : Optional.empty();
        if (found.isEmpty() || found.get().isEmpty()) {
            return grouped(List.of()).opened();
        }
        // A text is null only where the query is wrong, which has been said.
        List<String> values = found.get().stream()
                .map(tuple -> (String) tuple.get(0))
                .filter(Objects::nonNull)
                .toList();
        if (values.contains("")) {
            call.analysis()
                    .unsupported(
                            call.argument("pivotColumn").orElseThrow().span(), "pivot of a column with empty values");
        }
        return grouped(values).discovered();
    }

    private Relation declared(OutputSchema schema) {
        Set<String> keyNames = new LinkedHashSet<>();
        keys.forEach(key -> keyNames.add(call.input().schema().name(key)));
        List<String> values = schema.columns().stream()
                .map(ColumnDeclaration::name)
                .filter(name -> !keyNames.contains(name))
                .toList();
        if (schema.star().isPresent() || schema.columns().size() != values.size() + keyNames.size()) {
            call.analysis().unsupported(schema.span(), "an output of pivot that does not list the kept columns");
            return Relation.BROKEN;
        }
        Relation rows = grouped(values);
        Projection columns = new Projection();
        for (ColumnDeclaration column : schema.columns()) {
            Scalar value = rows.column(column.name()).orElse(Scalar.UNKNOWN);
            if (value.isKnown() && value.type() != column.type()) {
                call.analysis()
                        .report(
                                KqlCode.WRONG_TYPE,
                                column.span(),
                                "the column '" + column.name() + "' is of type "
                                        + value.type().label() + ", and declared as "
                                        + column.type().label());
            }
            columns.add(column.name(), value);
        }
        return columns.over(rows).closed();
    }

    /** The rows with a column for each of these values. */
    private Relation grouped(List<String> values) {
        Relation rows = withText();
        Projection columns = new Projection();
        List<NamedExpr> groups = new ArrayList<>();
        for (int key : keys) {
            Scalar value = rows.column(key);
            String name = rows.schema().name(key);
            if (value.isKnown() && value.type() == Type.DYNAMIC) {
                call.analysis().unsupported(call.span(), "the dynamic column '" + name + "' as a key of pivot");
            }
            columns.add(name, new Scalar(new Expr.Column(groups.size(), value.type()), value.shape()));
            groups.add(new NamedExpr(name, value.expr()));
        }
        AggregateCollector collector = new AggregateCollector(rows, groups.size());
        for (String value : values) {
            if (columns.indexOf(value) >= 0) {
                call.analysis()
                        .report(
                                KqlCode.DUPLICATE_NAME,
                                call.argument("pivotColumn").orElseThrow().span(),
                                "the value '" + value + "' is the name of a kept column");
            } else {
                columns.add(
                        value,
                        new ScalarAnalyzer(call.analysis(), Relation.NONE, Optional.of(collector))
                                .analyze(conditional(
                                        value, rows.schema().name(rows.schema().size() - 1))));
            }
        }
        return columns.over(rows.then(new Plan.Aggregate(rows.plan(), groups, collector.calls())));
    }

    /** The input and one column more: the pivot column as text. */
    private Relation withText() {
        Relation input = call.input();
        Projection columns = Projection.of(input);
        Scalar value = input.column(pivot);
        String name = new UniqueNames(input.schema().names()).takeNumbered("$pivot", 0);
        columns.add(name, value.isKnown() ? Scalar.of(text(value.expr())) : Scalar.unknown(Type.STRING));
        return columns.over(input);
    }

    private Expr text(Expr value) {
        return Conversions.convert(value, Type.STRING, call.origin())
                .orElseThrow(() -> new IllegalStateException("no text of " + value.type()));
    }

    /** The aggregate of the rows whose text column has a value. */
    private Expression conditional(String value, String column) {
        Expression condition = new Expression.Binary(
                call.span(),
                "==",
                call.span(),
                new Expression.Name(call.span(), column),
                new Expression.Literal(call.span(), Type.STRING, value));
        List<Expression> arguments = new ArrayList<>(aggregate.arguments());
        boolean counts = aggregate.function().name().equals("count");
        arguments.add(counts ? 0 : Math.min(1, arguments.size()), condition);
        Expression.Name name = new Expression.Name(
                aggregate.function().span(),
                CONDITIONAL.get(aggregate.function().name()));
        return new Expression.Call(aggregate.span(), name, counts ? List.of(condition) : arguments);
    }
}

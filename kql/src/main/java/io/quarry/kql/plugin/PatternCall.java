package io.quarry.kql.plugin;

import io.quarry.data.Field;
import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.NullTexts;
import io.quarry.kql.type.Overloads;
import io.quarry.plan.AggregateCall;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A call of a plugin that finds patterns: values that many rows have in common. Each comes as a row, in which a wildcard stands
 * for any value. Its parameters {@code WeightColumn} and {@code CustomWildcard} mean the same in all such plugins; a text
 * {@code '~'} asks for the default.
 */
final class PatternCall {
    private static final String DEFAULT = "~";

    private final PluginCall call;
    private final List<Integer> dimensions;
    private final OptionalInt weight;
    private final Map<Type, Scalar> wildcards;

    private PatternCall(PluginCall call, List<Integer> dimensions, OptionalInt weight, Map<Type, Scalar> wildcards) {
        this.call = call;
        this.dimensions = dimensions;
        this.weight = weight;
        this.wildcards = wildcards;
    }

    /** Reads what the call says of rows and wildcards; empty after reporting what it cannot mean. */
    static Optional<PatternCall> of(PluginCall call) {
        OptionalInt weight = isDefault(call, "WeightColumn") ? OptionalInt.empty() : call.column("WeightColumn");
        Optional<Map<Type, Scalar>> wildcards = wildcards(call);
        boolean isSound = isDefault(call, "WeightColumn") || weight.isPresent() && isWeight(call, weight.getAsInt());
        List<Integer> dimensions = new ArrayList<>();
        for (int i = 0; i < call.input().schema().size(); i++) {
            if (weight.isEmpty() || weight.getAsInt() != i) {
                dimensions.add(i);
                isSound &= isDimension(call, i);
            }
        }
        if (isSound && dimensions.isEmpty() && !call.input().equals(Relation.BROKEN)) {
            call.analysis().unsupported(call.span(), call.name() + " of rows without known columns");
        }
        return isSound && !dimensions.isEmpty()
                ? wildcards.map(of -> new PatternCall(call, dimensions, weight, of))
                : Optional.empty();
    }

    /** True if a parameter is left to its default. */
    private static boolean isDefault(PluginCall call, String parameter) {
        return call.argument(parameter)
                .map(argument -> argument instanceof Expression.Literal literal && DEFAULT.equals(literal.value()))
                .orElse(true);
    }

    private static boolean isWeight(PluginCall call, int index) {
        Type type = call.input().schema().type(index);
        Expression argument = call.argument("WeightColumn").orElseThrow();
        if (type == Type.REAL || type == Type.DECIMAL) {
            call.analysis().unsupported(argument.span(), "a weight of type " + type.label() + " in " + call.name());
            return false;
        }
        if (type != Type.INT && type != Type.LONG) {
            call.analysis()
                    .report(
                            KqlCode.WRONG_TYPE,
                            argument.span(),
                            call.name() + " takes a column of numbers for WeightColumn, found " + type.label());
            return false;
        }
        return true;
    }

    private static boolean isDimension(PluginCall call, int index) {
        boolean isDynamic =
                call.input().column(index).isKnown() && call.input().schema().type(index) == Type.DYNAMIC;
        if (isDynamic) {
            call.analysis()
                    .unsupported(
                            call.span(),
                            call.name() + " of the dynamic column '"
                                    + call.input().schema().name(index) + "'");
        }
        return !isDynamic;
    }

    private static Optional<Map<Type, Scalar>> wildcards(PluginCall call) {
        Map<Type, Scalar> wildcards = new EnumMap<>(Type.class);
        for (Expression argument : call.arguments("CustomWildcard")) {
            Scalar value = call.analysis().constant(argument);
            if (!value.isKnown()) {
                return Optional.empty();
            }
            boolean isDefault = value.expr() instanceof Expr.Literal literal && DEFAULT.equals(literal.value());
            if (!isDefault && wildcards.put(value.type(), value) != null) {
                call.analysis()
                        .unsupported(
                                argument.span(),
                                "a second wildcard of type " + value.type().label());
                return Optional.empty();
            }
        }
        return Optional.of(wildcards);
    }

    /**
     * A number that the call gives; the default where it gives none, and empty after reporting one that is out of range.
     *
     * @param range the least and the most, both inclusive
     */
    static Optional<Expr.Literal> number(PluginCall call, String parameter, Expr.Literal whenNone, List<Number> range) {
        if (isDefault(call, parameter)) {
            return Optional.of(whenNone);
        }
        Optional<Expr.Literal> given = call.constant(parameter, whenNone.type());
        double least = range.get(0).doubleValue();
        double value =
                given.map(literal -> ((Number) literal.value()).doubleValue()).orElse(least);
        if (value >= least && value <= range.get(1).doubleValue()) {
            return given;
        }
        call.analysis()
                .unsupported(
                        call.argument(parameter).orElseThrow().span(),
                        "a " + parameter + " that is not from " + range.get(0) + " to " + range.get(1));
        return Optional.empty();
    }

    /**
     * The patterns that an aggregate finds, numbered in its order.
     *
     * @param function takes rows as arrays, their weights and the arguments; gives an array of patterns, each with its count,
     *     percent, whether each column has a value, and the values
     */
    Relation found(String function, List<Expr> arguments) {
        call.analysis()
                .report(
                        KqlCode.PATTERN_CHOICE,
                        call.span(),
                        "the patterns that " + call.name() + " finds on the platform may be others");
        Relation rows = rows();
        List<Expr> values =
                new ArrayList<>(List.of(rows.column(0).expr(), rows.column(1).expr()));
        values.addAll(arguments);
        Overloads.Match<AggregateFunction> match = Overloads.aggregate(function, values, call.origin())
                .orElseThrow(() -> new IllegalStateException("no " + function));
        AggregateCall found = new AggregateCall("patterns", match.function(), match.arguments(), call.origin());
        Relation patterns = unfolded(rows.then(new Plan.Aggregate(rows.plan(), List.of(), List.of(found)), Map.of()));
        return call.input().isOpen() ? patterns.opened() : patterns;
    }

    /** Distinct rows as arrays, and how much each counts. */
    private Relation rows() {
        List<Integer> indexes = new ArrayList<>();
        weight.ifPresent(indexes::add);
        indexes.addAll(dimensions);
        List<String> first = weight.isPresent() ? List.of("weight") : List.of();
        String names = String.join(", ", PluginQuery.dimensions(dimensions.size()));
        return new PluginQuery(call)
                .table("rows", PluginQuery.columns(call, first, indexes))
                .run("rows | summarize weight = %s by %s | project pack_array(%s), weight"
                        .formatted(weight.isPresent() ? "sum(weight)" : "count()", names, names));
    }

    /** A row for each of the patterns, with a column for each dimension. */
    private Relation unfolded(Relation found) {
        PluginQuery query = new PluginQuery(call).table("found", found);
        List<String> names = new ArrayList<>(List.of("SegmentId", "Count", "Percent"));
        StringBuilder columns = new StringBuilder();
        for (int place = 0; place < dimensions.size(); place++) {
            Field field = call.input().schema().field(dimensions.get(place));
            Scalar none = Scalar.of(NullTexts.missing(field.type()));
            names.add(field.name());
            query.value("any" + place, wildcards.getOrDefault(field.type(), none));
            columns.append(", iff(tobool(pattern[2][%d]), %s(pattern[3][%d]), any%d)"
                    .formatted(place, conversion(field.type()), place, place));
        }
        String text = """
                found
                | mv-expand with_itemindex=segment pattern = patterns
                | project segment, tolong(pattern[0]), todouble(pattern[1])COLUMNS
                """;
        return PluginQuery.renamed(query.run(text.replace("COLUMNS", columns)), names);
    }

    private static String conversion(Type type) {
        return type == Type.REAL ? "todouble" : "to" + type.label();
    }
}

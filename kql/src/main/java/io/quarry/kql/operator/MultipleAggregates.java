package io.quarry.kql.operator;

import io.quarry.data.Type;
import io.quarry.kql.analysis.AggregateCalls;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.Items;
import io.quarry.kql.analysis.PercentileCalls;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.AggregateCollector;
import io.quarry.kql.relation.NamedValue;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Overloads;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Aggregates that give several columns of one row: {@code arg_max}, {@code arg_min}, {@code take_any}. Each column is an
 * aggregate of its own; all choose the same row, since ties go to the first one.
 */
final class MultipleAggregates {
    private static final Map<String, String> EXTREMES =
            Map.of("arg_max", "arg_max", "arg_min", "arg_min", "argmax", "arg_max", "argmin", "arg_min");
    private static final Set<String> ANY = Set.of("take_any", "any");

    private final Analysis analysis;
    private final AggregateCollector collector;
    private final List<Expression> keys;

    /** @param keys what is grouped by; {@code *} leaves out the columns among them */
    MultipleAggregates(Analysis analysis, AggregateCollector collector, List<Expression> keys) {
        this.analysis = analysis;
        this.collector = collector;
        this.keys = keys;
    }

    boolean isMultiple(Expression item) {
        if (!(Projection.value(item) instanceof Expression.Call call)
                || analysis.scope().find(call.function().name()).isPresent()) {
            return false;
        }
        String name = call.function().name();
        boolean several =
                call.arguments().size() > 1 || call.arguments().stream().anyMatch(Expression.Star.class::isInstance);
        return EXTREMES.containsKey(name) && !call.arguments().isEmpty()
                || ANY.contains(name) && several
                || PercentileCalls.isSeveral(call);
    }

    /** The columns of the row that is chosen. */
    List<NamedValue> columns(Expression item) {
        Expression.Call call = (Expression.Call) Projection.value(item);
        List<Expression.Name> names = item instanceof Expression.Named named ? named.names() : List.of();
        List<NamedValue> columns = PercentileCalls.isSeveral(call) ? percentiles(call, names) : chosen(call, names);
        new Items(analysis).refuseNames(names, columns.size(), call.function().name() + "()");
        return columns;
    }

    private List<NamedValue> chosen(Expression.Call call, List<Expression.Name> names) {
        String name = call.function().name();
        Expression ordering = Projection.value(call.arguments().get(0));
        Scalar order =
                ANY.contains(name) ? Scalar.literal(Type.LONG, 0L) : analysis.scalar(ordering, collector.input());
        if (order.isKnown() && (order.type() == Type.DYNAMIC || order.type() == Type.GUID)) {
            analysis.report(
                    KqlCode.WRONG_TYPE,
                    ordering.span(),
                    name + " takes a value that can be ordered, found "
                            + order.type().label());
            order = Scalar.UNKNOWN;
        }
        String function = EXTREMES.getOrDefault(name, "arg_max");
        List<NamedValue> columns = new ArrayList<>();
        for (Part part : prefixed(name, parts(call))) {
            Optional<Expression.Name> declared =
                    columns.size() < names.size() ? Optional.of(names.get(columns.size())) : Optional.empty();
            Scalar value = order.isKnown() && part.value().isKnown()
                    ? aggregate(function, order.expr(), part.value().expr(), call)
                    : Scalar.unknown(part.value().type());
            columns.add(new NamedValue(
                    declared, part.name(), value.shaped(part.value().shape())));
        }
        return columns;
    }

    /** A column for each percent; where a name is given, it is that of the first. */
    private List<NamedValue> percentiles(Expression.Call call, List<Expression.Name> names) {
        List<NamedValue> columns = new ArrayList<>();
        for (Expression percent : PercentileCalls.percents(call)) {
            Expression.Call single = PercentileCalls.single(call, percent);
            Optional<Expression.Name> declared =
                    columns.size() < names.size() ? Optional.of(names.get(columns.size())) : Optional.empty();
            Optional<String> automatic = Optional.of(new PercentileCalls(analysis).name(single));
            columns.add(new NamedValue(declared, automatic, new AggregateCalls(analysis, collector).single(single)));
        }
        return columns;
    }

    private record Part(Optional<String> name, Scalar value) {
        Part after(String prefix) {
            return new Part(Optional.of(prefix + name.orElse("")), value);
        }
    }

    /** The old names put themselves before the columns: {@code max_t}, {@code max_t_s}; {@code any_s}. */
    private static List<Part> prefixed(String function, List<Part> parts) {
        if (function.equals("any")) {
            return parts.stream().map(part -> part.after("any_")).toList();
        }
        if (!function.equals("argmax") && !function.equals("argmin")) {
            return parts;
        }
        String prefix = function.substring("arg".length()) + "_";
        String first = prefix + parts.get(0).name().orElse("");
        List<Part> prefixed = new ArrayList<>(List.of(parts.get(0).after(prefix)));
        parts.subList(1, parts.size()).forEach(part -> prefixed.add(part.after(first + "_")));
        return prefixed;
    }

    private List<Part> parts(Expression.Call call) {
        List<Part> parts = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            if (argument instanceof Expression.Star) {
                addOthers(parts, call);
            } else {
                Optional<String> name = new Items(analysis)
                        .written(argument)
                        .or(() -> call.function().name().startsWith("arg_")
                                ? Optional.of(call.function().name().substring("arg_".length()) + "_")
                                : Optional.empty());
                parts.add(new Part(name, analysis.scalar(Projection.value(argument), collector.input())));
            }
        }
        return parts;
    }

    /** All columns but those that are keys, or arguments of the same call, as they are. */
    private void addOthers(List<Part> parts, Expression.Call call) {
        Set<String> taken = new HashSet<>();
        Stream.concat(keys.stream(), call.arguments().stream().map(Projection::value))
                .flatMap(value -> column(value).stream())
                .forEach(taken::add);
        Relation input = collector.input();
        for (int i = 0; i < input.schema().size(); i++) {
            String name = input.schema().name(i);
            if (!taken.contains(name)) {
                parts.add(new Part(Optional.of(name), input.column(i)));
            }
        }
    }

    private static Optional<String> column(Expression value) {
        if (value instanceof Expression.Parenthesized parenthesized) {
            return column(parenthesized.inner());
        }
        return value instanceof Expression.Name name ? Optional.of(name.name()) : Optional.empty();
    }

    private Scalar aggregate(String function, Expr order, Expr value, Expression.Call call) {
        Origin origin = analysis.origin(call.span());
        Optional<Overloads.Match<AggregateFunction>> match =
                Overloads.aggregate(function, List.of(order, value), origin);
        if (match.isEmpty()) {
            analysis.unsupported(
                    call.function().span(),
                    call.function().name() + "(" + order.type().label() + ", "
                            + value.type().label() + ")");
            return Scalar.unknown(value.type());
        }
        return new AggregateCalls(analysis, collector).add(match.get(), origin);
    }
}

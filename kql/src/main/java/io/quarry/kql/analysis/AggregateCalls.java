package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.kql.catalog.PlatformFunctions;
import io.quarry.kql.relation.AggregateCollector;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.NullTexts;
import io.quarry.kql.type.Overloads;
import io.quarry.plan.AggregateCall;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import io.quarry.plan.Repair;
import io.quarry.plan.Signature;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls of aggregate functions that give one column. {@code count(condition)} counts all rows, as on the service. */
public final class AggregateCalls {
    /** Aggregates with a condition, by the aggregate that leaves out nulls. */
    private static final Map<String, String> CONDITIONAL = Map.ofEntries(
            Map.entry("sumif", "sum"),
            Map.entry("minif", "min"),
            Map.entry("maxif", "max"),
            Map.entry("avgif", "avg"),
            Map.entry("dcountif", "dcount"),
            Map.entry("count_distinctif", "count_distinct"),
            Map.entry("stdevif", "stdev"),
            Map.entry("varianceif", "variance"),
            Map.entry("make_set_if", "make_set"),
            Map.entry("make_list_if", "make_list"),
            Map.entry("make_bag_if", "make_bag"),
            Map.entry("take_anyif", "take_any"),
            Map.entry("anyif", "take_any"));

    private final Analysis analysis;
    private final AggregateCollector collector;

    public AggregateCalls(Analysis analysis, AggregateCollector collector) {
        this.analysis = analysis;
        this.collector = collector;
    }

    public Scalar single(Expression.Call call) {
        String name = call.function().name();
        PlatformFunctions.Entry entry = PlatformFunctions.aggregate(name).orElseThrow();
        boolean count = new Arguments(analysis).countFits(call, entry);
        List<Scalar> arguments = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            if (argument instanceof Expression.Star) {
                star(call, argument.span());
                return Scalar.UNKNOWN;
            }
            arguments.add(analysis.scalar(Projection.value(argument), collector.input()));
        }
        if (!count
                || !arguments.stream().allMatch(Scalar::isKnown)
                || !name.equals("count") && !new Arguments(analysis).typesFit(call, entry, arguments)) {
            return result(name);
        }
        Scalar value = PercentileCalls.isCall(call)
                ? percentile(call, arguments)
                : add(call, arguments.stream().map(Scalar::expr).toList());
        return value.shaped(entry.shape(arguments.stream().map(Scalar::within).toList()));
    }

    private void star(Expression.Call call, Span star) {
        boolean counts =
                call.function().name().equals("count") && call.arguments().size() == 1;
        analysis.problems()
                .report(
                        CommonCode.SYNTAX,
                        star,
                        "'*' has no meaning here",
                        counts ? List.of("count() counts rows") : List.of(),
                        counts ? Optional.of(Repair.replace("write count()", star, "")) : Optional.empty());
    }

    private Scalar percentile(Expression.Call call, List<Scalar> arguments) {
        if (PercentileCalls.isSeveral(call) && PercentileCalls.percents(call).size() > 1) {
            analysis.unsupported(
                    call.function().span(),
                    "several values of " + call.function().name() + "() inside of an expression");
            return Scalar.UNKNOWN;
        }
        String function = PercentileCalls.function(call);
        return new PercentileCalls(analysis)
                .arguments(call, arguments)
                .map(values -> call(function, values, analysis.origin(call.span()), call))
                .orElseGet(() -> result(function));
    }

    private Scalar add(Expression.Call call, List<Expr> arguments) {
        String name = call.function().name();
        Origin origin = analysis.origin(call.span());
        List<Expr> values = new ArrayList<>(arguments);
        String function = name;
        if (Functions.aggregates(Language.KQL, name).isEmpty() && CONDITIONAL.containsKey(name)) {
            function = CONDITIONAL.get(name);
            Expr value = values.get(0);
            values.set(
                    0, new Expr.Case(List.of(values.remove(1)), List.of(value), new Expr.Literal(value.type(), null)));
        }
        if (function.equals("dcount") && values.size() == 2) {
            values.remove(1);
        }
        if (function.equals("count")) {
            // Counts rows, whatever is written between the parentheses.
            values.clear();
        }
        return call(function, values, origin, call);
    }

    private Scalar call(String function, List<Expr> values, Origin origin, Expression.Call call) {
        Optional<Overloads.Match<AggregateFunction>> match = Overloads.aggregate(function, values, origin);
        if (match.isEmpty()) {
            String types = String.join(
                    ", ", values.stream().map(value -> value.type().label()).toList());
            analysis.unsupported(call.function().span(), call.function().name() + "(" + types + ")");
            return result(call.function().name());
        }
        return add(match.get(), origin);
    }

    /** The value of an aggregate; a text that no row gives is empty. */
    public Scalar add(Overloads.Match<AggregateFunction> match, Origin origin) {
        Scalar value = collector.add(new AggregateCall("", match.function(), match.arguments(), origin));
        return value.type() == Type.STRING ? Scalar.of(NullTexts.filled(value.expr(), origin)) : value;
    }

    private static Scalar result(String name) {
        List<Signature> overloads = Functions.aggregates(Language.KQL, name).stream()
                .map(AggregateFunction::signature)
                .toList();
        return Overloads.result(overloads).map(Scalar::unknown).orElse(Scalar.UNKNOWN);
    }
}

package io.quarry.kql.analysis;

import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.kql.catalog.PlatformFunctions;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.AggregateCollector;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.Scope;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Overloads;
import io.quarry.kql.type.Shape;
import io.quarry.plan.Expr;
import io.quarry.plan.ScalarFunction;
import io.quarry.plan.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls that give one value: functions of the query, special forms, aggregates where they may stand, and the registry's. */
final class Calls {
    /** What other languages call a function, and what it is here. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("concat", "strcat()"),
            Map.entry("len", "strlen()"),
            Map.entry("length", "strlen() for texts and array_length() for arrays"),
            Map.entry("lower", "tolower()"),
            Map.entry("lcase", "tolower()"),
            Map.entry("upper", "toupper()"),
            Map.entry("ucase", "toupper()"),
            Map.entry("nvl", "coalesce()"),
            Map.entry("ifnull", "coalesce()"),
            Map.entry("cidrmatch", "ipv4_is_in_range()"),
            Map.entry("dense_rank", "row_rank_dense()"),
            Map.entry("rank_dense", "row_rank_dense()"),
            Map.entry("rank", "row_rank_min() and row_rank_dense()"),
            Map.entry("rank_min", "row_rank_min()"),
            Map.entry("row_num", "row_number()"),
            Map.entry("rownum", "row_number()"),
            Map.entry("lag", "prev()"),
            Map.entry("lead", "next()"),
            Map.entry("match", "the operator matches regex"),
            Map.entry("like", "the operators contains, startswith and endswith"));

    private static final Set<String> OPERATORS = Set.of(
            "contains", "startswith", "endswith", "has", "hasprefix", "hassuffix", "has_any", "has_all", "between");

    private final ScalarAnalyzer scalars;
    private final Analysis analysis;
    private final Arguments checks;
    private final Optional<AggregateCollector> aggregates;

    Calls(ScalarAnalyzer scalars, Optional<AggregateCollector> aggregates) {
        this.scalars = scalars;
        this.analysis = scalars.analysis();
        this.checks = new Arguments(analysis);
        this.aggregates = aggregates;
    }

    Scalar analyze(Expression.Call call) {
        String name = call.function().name();
        Optional<Scope.Binding> binding = analysis.scope().find(name);
        if (binding.isPresent() && binding.get() instanceof Scope.Function function) {
            return function.result() == Scope.Function.Result.VALUE
                    ? new FunctionCalls(analysis).scalar(call, function, scalars)
                    : unknown(call);
        }
        if (aggregates.isPresent() && PlatformFunctions.aggregate(name).isPresent()) {
            return new AggregateCalls(analysis, aggregates.get()).single(call);
        }
        Optional<PlatformFunctions.Entry> entry = PlatformFunctions.scalar(name);
        if (entry.isEmpty()) {
            return unknown(call);
        }
        if (!checks.countFits(call, entry.get())) {
            call.arguments().forEach(this::visit);
            return Scalar.UNKNOWN;
        }
        if (entry.get().givesSeveral()) {
            return new SeveralValues(scalars).only(call, entry.get());
        }
        Optional<SpecialForms.Form> form = SpecialForms.find(name);
        if (form.isEmpty()) {
            return plain(call, entry.get());
        }
        Scalar value = form.get().analyze(scalars, call);
        return value.shape().equals(Shape.ANY) ? value.shaped(entry.get().shape(List.of())) : value;
    }

    /** All values of a call that gives several, in one array; unknown if the number of arguments does not fit. */
    Scalar whole(Expression.Call call, PlatformFunctions.Entry entry) {
        if (checks.countFits(call, entry)) {
            return plain(call, entry);
        }
        call.arguments().forEach(this::visit);
        return Scalar.UNKNOWN;
    }

    /** A call of a function of the registry. */
    Scalar plain(Expression.Call call, PlatformFunctions.Entry entry) {
        List<Scalar> arguments = new ArrayList<>(call.arguments().size());
        for (Expression argument : call.arguments()) {
            arguments.add(scalars.analyze(Projection.value(argument)));
        }
        List<ScalarFunction> overloads = Functions.scalars(Language.KQL, entry.name());
        boolean fit = arguments.stream().allMatch(Scalar::isKnown) && checks.typesFit(call, entry, arguments);
        if (overloads.isEmpty()) {
            analysis.unsupported(call.function().span(), "the function " + entry.name() + "()");
        }
        if (!fit || overloads.isEmpty()) {
            return result(overloads);
        }
        List<Expr> values = arguments.stream().map(Scalar::expr).toList();
        Optional<Expr> expr = Overloads.call(
                entry.name(), values, analysis.origin(call.function().span()));
        if (expr.isEmpty()) {
            String types = String.join(
                    ", ", values.stream().map(value -> value.type().label()).toList());
            analysis.unsupported(call.function().span(), entry.name() + "(" + types + ")");
            return result(overloads);
        }
        return Scalar.of(expr.get())
                .shaped(entry.shape(arguments.stream().map(Scalar::within).toList()));
    }

    /** The value after an error: of the type that all overloads give, if they agree. */
    private static Scalar result(List<ScalarFunction> overloads) {
        return Overloads.result(
                        overloads.stream().map(ScalarFunction::signature).toList())
                .map(Scalar::unknown)
                .orElse(Scalar.UNKNOWN);
    }

    private void visit(Expression argument) {
        if (!(argument instanceof Expression.Star) && !(argument instanceof Expression.TypeOf)) {
            scalars.analyze(argument);
        }
    }

    private Scalar unknown(Expression.Call call) {
        String name = call.function().name();
        if (PlatformFunctions.aggregate(name).isPresent()) {
            analysis.report(
                    KqlCode.AGGREGATE_MISPLACED,
                    call.function().span(),
                    "the aggregate function " + name + "() has no meaning outside of summarize");
            return Scalar.UNKNOWN;
        }
        if (TableExpressions.isTable(call, analysis)) {
            analysis.table(call);
            analysis.report(
                    KqlCode.SCALAR_EXPECTED,
                    call.span(),
                    name + "() gives a table, and a single value is expected",
                    "take the first value of its first row with toscalar()");
            return Scalar.UNKNOWN;
        }
        if (analysis.scope().isInBodyOf(name)) {
            analysis.report(
                    KqlCode.UNKNOWN_FUNCTION,
                    call.function().span(),
                    "the function '" + name + "' cannot call itself",
                    "KQL has no recursion; mv-apply over range() and scan repeat a step");
            return Scalar.UNKNOWN;
        }
        analysis.report(
                KqlCode.UNKNOWN_FUNCTION,
                call.function().span(),
                "no function '" + name + "'",
                hints(name).toArray(String[]::new));
        call.arguments().forEach(this::visit);
        return Scalar.UNKNOWN;
    }

    private List<String> hints(String name) {
        String elsewhere = ELSEWHERE.get(name.toLowerCase(Locale.ROOT));
        if (elsewhere != null) {
            return List.of("KQL has " + elsewhere);
        }
        if (OPERATORS.contains(name.toLowerCase(Locale.ROOT))) {
            return List.of("it is an operator: a " + name.toLowerCase(Locale.ROOT) + " 'b'");
        }
        if (name.length() == 1) {
            return List.of();
        }
        List<String> known = new ArrayList<>(PlatformFunctions.names());
        analysis.scope().names().stream()
                .filter(declared -> analysis.scope().find(declared).orElseThrow() instanceof Scope.Function)
                .forEach(known::add);
        return Suggestions.near(name, known).stream()
                .map(near -> "did you mean '" + near + "'?")
                .toList();
    }
}

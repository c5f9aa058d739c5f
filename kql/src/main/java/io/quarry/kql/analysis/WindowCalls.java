package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.kql.catalog.PlatformFunctions;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Constants;
import io.quarry.kql.type.Conversions;
import io.quarry.kql.type.NullTexts;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import io.quarry.plan.WindowFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls of functions of a row and the rows around it. The rows have to be in an order. */
final class WindowCalls {
    private static final Expr ONE = new Expr.Literal(Type.LONG, 1L);
    private static final Expr NEVER = new Expr.Literal(Type.BOOL, false);

    private static final Map<String, SpecialForms.Form> FORMS = Map.of(
            "row_number", (scalars, call) -> new WindowCalls(scalars, call).rowNumber(),
            "row_cumsum", (scalars, call) -> new WindowCalls(scalars, call).ofValue(WindowFunction.CUMULATIVE_SUM),
            "row_rank", (scalars, call) -> new WindowCalls(scalars, call).ofValue(WindowFunction.DENSE_RANK),
            "row_rank_dense", (scalars, call) -> new WindowCalls(scalars, call).ofValue(WindowFunction.DENSE_RANK),
            "row_rank_min", (scalars, call) -> new WindowCalls(scalars, call).ofValue(WindowFunction.MINIMAL_RANK),
            "prev", (scalars, call) -> new WindowCalls(scalars, call).neighbour(WindowFunction.PREVIOUS),
            "next", (scalars, call) -> new WindowCalls(scalars, call).neighbour(WindowFunction.NEXT),
            "row_window_session", (scalars, call) -> new WindowCalls(scalars, call).session());

    private final ScalarAnalyzer scalars;
    private final Analysis analysis;
    private final Expression.Call call;
    private final Origin origin;

    private WindowCalls(ScalarAnalyzer scalars, Expression.Call call) {
        this.scalars = scalars;
        this.analysis = scalars.analysis();
        this.call = call;
        this.origin = analysis.origin(call.span());
    }

    static Optional<SpecialForms.Form> find(String name) {
        return Optional.ofNullable(FORMS.get(name));
    }

    private Scalar rowNumber() {
        Optional<List<Expr>> arguments = arguments();
        if (arguments.isEmpty() || !isConstant(arguments.get(), 0)) {
            return Scalar.unknown(Type.LONG);
        }
        List<Expr> given = arguments.get();
        Expr start = given.isEmpty() ? ONE : converted(given.get(0), Type.LONG);
        return value(WindowFunction.ROW_NUMBER, List.of(start, restart(given, 1)), Type.LONG);
    }

    /** A function of a value, and of where to begin anew. */
    private Scalar ofValue(WindowFunction function) {
        Optional<List<Expr>> arguments = arguments();
        if (arguments.isEmpty()) {
            return Scalar.UNKNOWN;
        }
        Expr value = arguments.get().get(0);
        boolean isRank = function != WindowFunction.CUMULATIVE_SUM;
        if (isRank && value.type() == Type.DYNAMIC) {
            analysis.report(
                    KqlCode.WRONG_TYPE,
                    call.arguments().get(0).span(),
                    call.function().name() + " takes no value of type dynamic",
                    "convert it, for instance with tostring()");
            return Scalar.unknown(Type.LONG);
        }
        if (isRank
                && call.function().name().equals("row_rank")
                && arguments.get().size() > 1) {
            analysis.unsupported(call.span(), "row_rank() with two arguments");
            return Scalar.unknown(Type.LONG);
        }
        Type type = isRank ? Type.LONG : value.type();
        return value(function, List.of(value, restart(arguments.get(), 1)), type);
    }

    private Scalar neighbour(WindowFunction function) {
        Optional<List<Expr>> arguments = arguments();
        if (arguments.isEmpty()) {
            return Scalar.UNKNOWN;
        }
        List<Expr> given = arguments.get();
        Type type = given.get(0).type();
        if (!(given.get(0) instanceof Expr.Column)) {
            analysis.report(
                    KqlCode.COLUMN_EXPECTED,
                    call.arguments().get(0).span(),
                    call.function().name() + " takes the name of a column, and this is an expression",
                    "compute it in an extend before, under a name");
            return Scalar.unknown(type);
        }
        if (given.size() > 2 && Constants.literal(given.get(2)).isEmpty()) {
            analysis.report(
                    KqlCode.CONSTANT_EXPECTED,
                    call.arguments().get(2).span(),
                    "the value that " + call.function().name() + " gives where there is no row has to be a constant");
            return Scalar.unknown(type);
        }
        if (!isConstant(given, 1)) {
            return Scalar.unknown(type);
        }
        Expr distance = given.size() > 1 ? converted(given.get(1), Type.LONG) : ONE;
        Optional<Expr> fallback =
                given.size() > 2 ? fallback(given.get(2), type) : Optional.of(NullTexts.missing(type));
        return fallback.map(value -> value(function, List.of(given.get(0), distance, value), type))
                .orElse(Scalar.unknown(type));
    }

    /** The value that stands for a row that is not there, as a value of the column's type. */
    private Optional<Expr> fallback(Expr given, Type type) {
        boolean widens = given.type().isNumeric() && type.isNumeric() && Conversions.cost(given.type(), type) < 10;
        boolean isWhole = type == Type.INT && given.type() == Type.LONG;
        Optional<Expr> value = given.type() == type || widens || isWhole || type == Type.DYNAMIC
                ? Conversions.convert(Constants.fold(given), type, origin)
                : Optional.empty();
        if (value.isEmpty()) {
            analysis.unsupported(
                    call.arguments().get(2).span(),
                    "a " + given.type().label() + " in the place of a missing " + type.label());
        }
        return value;
    }

    private Scalar session() {
        Optional<List<Expr>> arguments = arguments();
        if (arguments.isEmpty() || !isConstant(arguments.get(), 1) || !isConstant(arguments.get(), 2)) {
            return Scalar.unknown(Type.DATETIME);
        }
        List<Expr> given = new ArrayList<>(arguments.get().subList(0, 3));
        given.add(restart(arguments.get(), 3));
        return value(WindowFunction.SESSION_START, given, Type.DATETIME);
    }

    /** The values of the arguments; empty after an error. */
    private Optional<List<Expr>> arguments() {
        List<Scalar> arguments = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            arguments.add(scalars.analyze(Projection.value(argument)));
        }
        PlatformFunctions.Entry entry =
                PlatformFunctions.scalar(call.function().name()).orElseThrow();
        if (!arguments.stream().allMatch(Scalar::isKnown)
                || !new Arguments(analysis).typesFit(call, entry, arguments)) {
            return Optional.empty();
        }
        return Optional.of(arguments.stream().map(Scalar::expr).toList());
    }

    private boolean isConstant(List<Expr> arguments, int index) {
        if (index >= arguments.size() || Constants.literal(arguments.get(index)).isPresent()) {
            return true;
        }
        analysis.unsupported(
                call.arguments().get(index).span(),
                "an argument of " + call.function().name() + "() that is no constant");
        return false;
    }

    private Expr restart(List<Expr> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : NEVER;
    }

    private Expr converted(Expr value, Type type) {
        return Conversions.convert(Constants.fold(value), type, origin).orElseThrow();
    }

    private Scalar value(WindowFunction function, List<Expr> arguments, Type type) {
        Relation row = scalars.row();
        if (row.isOpen()) {
            return Scalar.unknown(type);
        }
        String name = call.function().name();
        if (row.order() == Relation.Order.NONE) {
            analysis.report(
                    KqlCode.WINDOW_MISPLACED,
                    call.function().span(),
                    name + "() looks at the rows around a row, and the rows have no order here",
                    "put the rows in order with sort before, or take them as they come with serialize");
            return Scalar.unknown(type);
        }
        if (row.windows().isEmpty()) {
            analysis.unsupported(call.function().span(), name + "() here");
            return Scalar.unknown(type);
        }
        return Scalar.of(row.windows().get().add(function, arguments));
    }
}

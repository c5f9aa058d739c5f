package io.quarry.kql.operator;

import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator.MakeSeries;
import io.quarry.kql.type.Conversions;
import io.quarry.kql.type.Overloads;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps of the axis of {@code make-series}.
 *
 * @param start the first step; null of the axis' type where the data decides
 * @param stop the end, which is no step; null where the data decides
 * @param bin the step that a row belongs to
 */
record SeriesBins(Expr axis, Expr start, Expr stop, Expr step, Expr bin, Origin origin) {

    /** Gives the steps their meaning; empty after an error. */
    static Optional<SeriesBins> of(MakeSeries node, Scalar axis, Analysis analysis) {
        MakeSeries.Bins bins = node.bins();
        Optional<Expr> start =
                bins.from().map(from -> bound(from, axis, analysis)).orElse(none(axis));
        Optional<Expr> stop = bins.to().map(to -> bound(to, axis, analysis)).orElse(none(axis));
        Optional<Expr> step = step(bins.step(), axis, analysis);
        if (!axis.isKnown() || start.isEmpty() || stop.isEmpty() || step.isEmpty()) {
            return Optional.empty();
        }
        if (axis.type() == Type.DECIMAL) {
            analysis.unsupported(node.axis().span(), "make-series on a decimal");
            return Optional.empty();
        }
        Origin origin = analysis.origin(node.axis().span());
        Expr size = step.get();
        if (bins.ends() == MakeSeries.Ends.CLOSED) {
            Expr first = call("bin", origin, start.get(), size);
            Expr after = call("+", origin, call("bin", origin, stop.get(), size), size);
            return Optional.of(
                    new SeriesBins(axis.expr(), first, after, size, call("bin", origin, axis.expr(), size), origin));
        }
        Expr bin = bins.from().isPresent()
                ? call("bin_at", origin, axis.expr(), size, start.get())
                : call("bin", origin, axis.expr(), size);
        return Optional.of(new SeriesBins(axis.expr(), start.get(), stop.get(), size, bin, origin));
    }

    private static Optional<Expr> none(Scalar axis) {
        return Optional.of(new Expr.Literal(axis.type(), null));
    }

    private static Optional<Expr> bound(Expression node, Scalar axis, Analysis analysis) {
        Scalar bound = analysis.constant(node);
        if (!bound.isKnown() || !axis.isKnown()) {
            return Optional.empty();
        }
        if (Conversions.cost(bound.type(), axis.type()) >= Conversions.cost(Type.DYNAMIC, Type.STRING)) {
            analysis.report(
                    KqlCode.WRONG_TYPE,
                    node.span(),
                    "the axis has type " + axis.type().label() + ", and its end is "
                            + bound.type().label());
            return Optional.empty();
        }
        return Conversions.convert(bound.expr(), axis.type(), analysis.origin(node.span()));
    }

    private static Optional<Expr> step(Expression node, Scalar axis, Analysis analysis) {
        Scalar step = analysis.constant(node);
        if (!step.isKnown() || !axis.isKnown()) {
            return Optional.empty();
        }
        boolean isTime = axis.type() == Type.DATETIME || axis.type() == Type.TIMESPAN;
        boolean fits = isTime
                ? step.type() == Type.TIMESPAN
                : axis.type().isNumeric()
                        && Conversions.cost(step.type(), axis.type()) < Conversions.cost(Type.DYNAMIC, Type.STRING);
        if (!fits) {
            analysis.report(
                    KqlCode.WRONG_TYPE,
                    node.span(),
                    "a step of type " + step.type().label() + " along an axis of type "
                            + axis.type().label(),
                    isTime ? "write a number with a unit: 1d, 1h, 5m" : "an axis is a number, datetime or timespan");
            return Optional.empty();
        }
        Type type = isTime ? Type.TIMESPAN : axis.type();
        return Conversions.convert(step.expr(), type, analysis.origin(node.span()));
    }

    /** True for the rows that belong to a step. */
    Expr condition() {
        List<Expr> conditions = new ArrayList<>();
        conditions.add(call(axis.type() == Type.REAL ? "isfinite" : "isnotnull", origin, axis));
        if (!isNone(start)) {
            conditions.add(call(">=", origin, axis, start));
        }
        if (!isNone(stop)) {
            conditions.add(call("<", origin, axis, stop));
        }
        return new Expr.And(conditions);
    }

    private static boolean isNone(Expr bound) {
        return bound instanceof Expr.Literal literal && literal.value() == null;
    }

    /** The array of the axis, from the list of the steps that have rows. */
    Expr axisArray(Expr bins) {
        return call("axis of bins", origin, bins, dynamic(start), dynamic(stop), dynamic(step));
    }

    /** The array of values along the axis, from the lists of the steps that have rows and of their values. */
    Expr array(Expr bins, Expr values, Expr otherwise) {
        return call(
                "series of bins",
                origin,
                bins,
                values,
                dynamic(otherwise),
                dynamic(start),
                dynamic(stop),
                dynamic(step));
    }

    Expr dynamic(Expr value) {
        return Conversions.convert(value, Type.DYNAMIC, origin)
                .orElseThrow(() -> new IllegalStateException("no dynamic of " + value.type()));
    }

    private static Expr call(String function, Origin origin, Expr... arguments) {
        return Overloads.call(function, List.of(arguments), origin)
                .orElseThrow(() -> new IllegalStateException("no " + function + " of " + List.of(arguments)));
    }
}

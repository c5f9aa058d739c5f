package io.quarry.kql.operator;

import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.kql.type.Constants;
import io.quarry.kql.type.Conversions;
import io.quarry.kql.type.Shape;
import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import io.quarry.plan.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code range}: a column of values from a start to a stop, both included. */
final class RangeOperator {
    private final Analysis analysis;

    RangeOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.Range range) {
        Scalar from = analysis.constant(range.from());
        Scalar to = analysis.constant(range.to());
        Scalar step = analysis.constant(range.step());
        if (!from.isKnown() || !to.isKnown() || !step.isKnown()) {
            return unknown(range);
        }
        Optional<Type> type = type(from.type(), to.type(), step.type());
        if (type.isEmpty()) {
            analysis.report(
                    KqlCode.WRONG_TYPE,
                    misfit(range, List.of(from.type(), to.type(), step.type())),
                    "range takes numbers, timespans, or datetimes with a timespan as the step, found "
                            + from.type().label() + ", " + to.type().label() + " and "
                            + step.type().label());
            return unknown(range);
        }
        if (isZero(step.expr())) {
            analysis.report(KqlCode.CONSTANT_EXPECTED, range.step().span(), "the step of a range cannot be 0");
            return unknown(range);
        }
        Type stepType = type.get() == Type.DATETIME ? Type.TIMESPAN : type.get();
        return Relation.of(new Plan.Sequence(
                        range.column().name(),
                        convert(from, type.get(), range),
                        convert(to, type.get(), range),
                        convert(step, stepType, range)))
                .serialized();
    }

    /** The first bound that no range can have, or the whole where each could be one's. */
    private static Span misfit(Operator.Range range, List<Type> types) {
        List<Expression> bounds = List.of(range.from(), range.to(), range.step());
        for (int i = 0; i < bounds.size(); i++) {
            Type type = types.get(i);
            if (!type.isNumeric() && type != Type.DATETIME && type != Type.TIMESPAN) {
                return bounds.get(i).span();
            }
        }
        return range.span();
    }

    private static Optional<Type> type(Type from, Type to, Type step) {
        if (from.isNumeric() && to.isNumeric() && step.isNumeric()) {
            return Optional.of(Conversions.widest(Conversions.widest(from, to), step));
        }
        boolean time = from == to && step == Type.TIMESPAN && (from == Type.DATETIME || from == Type.TIMESPAN);
        return time ? Optional.of(from) : Optional.empty();
    }

    private static boolean isZero(Expr step) {
        return Constants.literal(step)
                .filter(literal -> literal.value() instanceof Number number && number.doubleValue() == 0)
                .isPresent();
    }

    private Expr convert(Scalar value, Type type, Operator.Range range) {
        return Conversions.convert(value.expr(), type, analysis.origin(range.span()))
                .orElseThrow(() -> new IllegalStateException("no conversion to " + type));
    }

    private static Relation unknown(Operator.Range range) {
        String name = range.column().name();
        Schema schema = Schema.of(new Field(name, Type.LONG));
        return Relation.NONE.then(new Plan.Values(schema, List.of()), Map.of(name, Shape.UNKNOWN));
    }
}

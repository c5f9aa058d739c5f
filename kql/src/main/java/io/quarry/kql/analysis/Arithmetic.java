package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Conversions;
import io.quarry.kql.type.Overloads;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Expr;
import io.quarry.plan.Span;
import java.util.List;
import java.util.Optional;

/** {@code + - * / %} and the signs. Whole numbers give long, any real makes it real; time by the overloads there are. */
final class Arithmetic {
    private final Analysis analysis;

    Arithmetic(Analysis analysis) {
        this.analysis = analysis;
    }

    Scalar binary(Expression.Binary node, Scalar left, Scalar right) {
        if (!left.isKnown() || !right.isKnown()) {
            return Scalar.UNKNOWN;
        }
        Optional<Expr> call = isCountable(left.type()) && isCountable(right.type())
                ? Overloads.call(
                        node.operator(), List.of(left.expr(), right.expr()), analysis.origin(node.operatorSpan()))
                : Optional.empty();
        return call.map(Scalar::of).orElseGet(() -> refuse(node, left, right));
    }

    Scalar sign(Expression.Sign node, Scalar operand) {
        if (!operand.isKnown()) {
            return operand;
        }
        Optional<Expr> call = isCountable(operand.type()) && operand.type() != Type.DATETIME
                ? sign(node.operator(), operand, node.span())
                : Optional.empty();
        return call.map(Scalar::of).orElseGet(() -> {
            analysis.report(
                    KqlCode.WRONG_TYPE,
                    node.span(),
                    "'" + node.operator() + "' takes a number or timespan, found "
                            + operand.type().label());
            return Scalar.UNKNOWN;
        });
    }

    /** Either sign makes a long of an int. */
    private Optional<Expr> sign(String operator, Scalar operand, Span span) {
        if (operator.equals("-")) {
            return Overloads.call("-", List.of(operand.expr()), analysis.origin(span));
        }
        Type type = operand.type() == Type.INT ? Type.LONG : operand.type();
        return Conversions.convert(operand.expr(), type, analysis.origin(span));
    }

    private static boolean isCountable(Type type) {
        return type.isNumeric() || type == Type.DATETIME || type == Type.TIMESPAN;
    }

    private Scalar refuse(Expression.Binary node, Scalar left, Scalar right) {
        if (left.type() == Type.DYNAMIC && isCountable(right.type())
                || right.type() == Type.DYNAMIC && isCountable(left.type())) {
            analysis.report(
                    CommonCode.UNSUPPORTED,
                    node.operatorSpan(),
                    "'" + node.operator() + "' with a dynamic value is not supported yet",
                    hint(node.operator(), left.type(), right.type()));
            return Scalar.UNKNOWN;
        }
        String hint = hint(node.operator(), left.type(), right.type());
        String[] hints = hint.isEmpty() ? new String[0] : new String[] {hint};
        analysis.report(
                KqlCode.WRONG_TYPE,
                node.operatorSpan(),
                "'" + node.operator() + "' is not defined for " + left.type().label() + " and "
                        + right.type().label(),
                hints);
        return Scalar.UNKNOWN;
    }

    private static String hint(String operator, Type left, Type right) {
        if (left == Type.DYNAMIC || right == Type.DYNAMIC) {
            return "convert the dynamic value first: tolong(), todouble(), todatetime()";
        }
        return operator.equals("+") && (left == Type.STRING || right == Type.STRING) ? "join texts with strcat()" : "";
    }
}

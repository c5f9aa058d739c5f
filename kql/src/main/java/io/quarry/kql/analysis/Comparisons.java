package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Conversions;
import io.quarry.kql.type.Overloads;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import io.quarry.plan.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code == != < <= > >=} and {@code between}. Numbers compare by value across types. Equality reads a
 * literal as the type of the other side; a dynamic value is taken as the type that it is compared with.
 */
final class Comparisons {
    /** A number as it is usually written. */
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    private final Analysis analysis;

    Comparisons(Analysis analysis) {
        this.analysis = analysis;
    }

    Scalar compare(Expression.Binary node, Scalar left, Scalar right) {
        if (!left.isKnown() || !right.isKnown()) {
            return Scalar.unknown(Type.BOOL);
        }
        boolean equality = node.operator().equals("==")
                || node.operator().equals("!=")
                || node.operator().equals("<>");
        Optional<Expr> expr = equality
                ? equal(left.expr(), right.expr(), node.operatorSpan())
                : ordered(
                        node.operator(),
                        left.expr(),
                        right.expr(),
                        node.operatorSpan(),
                        List.of(node.left(), node.right()));
        if (expr.isEmpty()) {
            return Scalar.unknown(Type.BOOL);
        }
        return Scalar.of(equality && !node.operator().equals("==") ? new Expr.Not(expr.get()) : expr.get());
    }

    /** {@code value, low, high}: both ends belong to it; a high end that is a timespan counts from the low one. */
    Scalar between(Expression.Between node, List<Scalar> parts) {
        if (!parts.stream().allMatch(Scalar::isKnown)) {
            return Scalar.unknown(Type.BOOL);
        }
        Expr value = parts.get(0).expr();
        Expr low = parts.get(1).expr();
        Optional<Expr> high = Optional.of(parts.get(2).expr());
        Span span = node.operatorSpan();
        if (low.type() == Type.DATETIME && high.get().type() == Type.TIMESPAN) {
            high = Overloads.call("+", List.of(low, high.get()), analysis.origin(span));
        }
        if (value.type() == Type.STRING
                || low.type() == Type.STRING
                || high.orElseThrow().type() == Type.STRING) {
            Expression end = low.type() == Type.STRING ? node.low() : node.high();
            undefined(
                    node.operator(),
                    value.type(),
                    (end == node.low() ? low : high.get()).type(),
                    value.type() == Type.STRING ? span : end.span(),
                    value.type() == Type.STRING ? List.of() : List.of(node.low(), node.high()));
            return Scalar.unknown(Type.BOOL);
        }
        Optional<Expr> above = ordered(">=", value, low, node.low().span(), List.of());
        Optional<Expr> below =
                ordered("<=", value, high.orElseThrow(), node.high().span(), List.of());
        if (above.isEmpty() || below.isEmpty()) {
            return Scalar.unknown(Type.BOOL);
        }
        Expr inside = new Expr.And(List.of(above.get(), below.get()));
        return Scalar.of(node.operator().equals("between") ? inside : new Expr.Not(inside));
    }

    /** {@code left == right}; empty after reporting that the two cannot be compared. */
    Optional<Expr> equal(Expr left, Expr right, Span span) {
        Type a = left.type();
        Type b = right.type();
        if (a == Type.DYNAMIC && b == Type.DYNAMIC) {
            analysis.unsupported(span, "comparing two dynamic values");
            return Optional.empty();
        }
        if (a == Type.DYNAMIC || b == Type.DYNAMIC) {
            return a == Type.DYNAMIC ? dynamicEqual(left, right, span) : dynamicEqual(right, left, span);
        }
        if (isNumberPair(a, b) || a == b) {
            return call("==", left, right, span);
        }
        Optional<Expr.Literal> leftRead = left instanceof Expr.Literal literal ? read(literal, b) : Optional.empty();
        Optional<Expr.Literal> rightRead = right instanceof Expr.Literal literal ? read(literal, a) : Optional.empty();
        if (leftRead.isPresent() || rightRead.isPresent()) {
            Expr.Literal literal = leftRead.or(() -> rightRead).orElseThrow();
            warnIfNeverEqual(literal, leftRead.isPresent() ? left : right, span);
            return leftRead.isPresent() ? call("==", literal, right, span) : call("==", left, literal, span);
        }
        analysis.unsupported(span, "comparing " + a.label() + " with " + b.label());
        return Optional.empty();
    }

    /**
     * A literal as a value of the type that it is compared with, where only one value can be meant: the text of a whole
     * number, the number that a text is, the truth that 0 and 1 are. A text that is no such value becomes null.
     */
    static Optional<Expr.Literal> read(Expr.Literal literal, Type type) {
        Object value = literal.value();
        if (value instanceof String text && (readsText(type) || type == Type.BOOL || type.isNumeric())) {
            boolean plain = !type.isNumeric()
                    || text.isEmpty()
                    || Character.isLetter(text.charAt(0))
                    || PLAIN_NUMBER.matcher(text).matches();
            return plain
                    ? Optional.of(
                            new Expr.Literal(type, Literals.parse(type, text).orElse(null)))
                    : Optional.empty();
        }
        if (value instanceof Long number && literal.type() != Type.DATETIME && literal.type() != Type.TIMESPAN) {
            if (type == Type.STRING) {
                return Optional.of(new Expr.Literal(type, number.toString()));
            }
            return type == Type.BOOL && (number == 0 || number == 1)
                    ? Optional.of(new Expr.Literal(type, number == 1))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private void warnIfNeverEqual(Expr.Literal read, Expr written, Span span) {
        if (read.value() == null) {
            analysis.report(
                    KqlCode.NEVER_EQUAL,
                    span,
                    "no " + read.type().label() + " is equal to the text '" + ((Expr.Literal) written).value() + "'");
        }
    }

    /** A dynamic whole number has to be equal as a whole and as a real number, so 1.5 is not 1 and no digit is lost. */
    private Optional<Expr> dynamicEqual(Expr dynamic, Expr other, Span span) {
        Origin origin = analysis.origin(span);
        Type type = other.type();
        if (type != Type.INT && type != Type.LONG) {
            return Conversions.convert(dynamic, type, origin).flatMap(value -> call("==", value, other, span));
        }
        Optional<Expr> whole =
                Conversions.convert(dynamic, Type.LONG, origin).flatMap(value -> call("==", value, other, span));
        Optional<Expr> real =
                Conversions.convert(dynamic, Type.REAL, origin).flatMap(value -> call("==", value, other, span));
        return whole.isEmpty() || real.isEmpty()
                ? Optional.empty()
                : Optional.of(new Expr.And(List.of(whole.get(), real.get())));
    }

    /** @param operands what was written, for the repair */
    private Optional<Expr> ordered(String operator, Expr left, Expr right, Span span, List<Expression> operands) {
        Type a = left.type();
        Type b = right.type();
        if (a == Type.DYNAMIC && b.isNumeric() || b == Type.DYNAMIC && a.isNumeric()) {
            Origin origin = analysis.origin(span);
            return call(
                    operator,
                    Conversions.convert(left, Type.REAL, origin).orElse(left),
                    Conversions.convert(right, Type.REAL, origin).orElse(right),
                    span);
        }
        boolean numberAndTruth = a.isNumeric() && b == Type.BOOL || a == Type.BOOL && b.isNumeric();
        if (numberAndTruth || a == Type.DYNAMIC && b == Type.DYNAMIC) {
            analysis.unsupported(span, "'" + operator + "' for " + a.label() + " and " + b.label());
            return Optional.empty();
        }
        boolean comparable = isNumberPair(a, b) || a == b && a != Type.GUID && a != Type.DYNAMIC;
        return comparable ? call(operator, left, right, span) : undefined(operator, a, b, span, operands);
    }

    private Optional<Expr> call(String operator, Expr left, Expr right, Span span) {
        Optional<Expr> call = Overloads.call(operator, List.of(left, right), analysis.origin(span));
        if (call.isEmpty()) {
            analysis.unsupported(
                    span,
                    "'" + operator + "' for " + left.type().label() + " and "
                            + right.type().label());
        }
        return call;
    }

    private Optional<Expr> undefined(String operator, Type left, Type right, Span span, List<Expression> operands) {
        boolean time =
                left == Type.DATETIME && right == Type.TIMESPAN || left == Type.TIMESPAN && right == Type.DATETIME;
        Optional<Repair> literals = asLiterals(left == Type.STRING ? right : left, operands);
        List<String> hints = time
                ? List.of("compare with a point in time: ago(1d), now()")
                : literals.map(repair ->
                                List.of("a text is read as another type beside ==, != and in, and nowhere else"))
                        .orElseGet(() -> hints(left, right));
        analysis.problems()
                .report(
                        KqlCode.WRONG_TYPE,
                        span,
                        "'" + operator + "' is not defined for " + left.label() + " and " + right.label(),
                        hints,
                        literals);
        return Optional.empty();
    }

    /** Writes texts as literals of the type that they are compared as, if they are such values. */
    private static Optional<Repair> asLiterals(Type type, List<Expression> operands) {
        List<TextEdit> edits = new ArrayList<>();
        for (Expression operand : operands) {
            if (operand instanceof Expression.Literal literal && literal.value() instanceof String text) {
                if ((type != Type.DATETIME && type != Type.TIMESPAN)
                        || Literals.parse(type, text).isEmpty()) {
                    return Optional.empty();
                }
                edits.add(new TextEdit(literal.span(), type.label() + "(" + text + ")"));
            }
        }
        return edits.isEmpty() ? Optional.empty() : Optional.of(new Repair("write " + type.label() + "(...)", edits));
    }

    private static List<String> hints(Type left, Type right) {
        Type other = left == Type.STRING || left == Type.DYNAMIC ? right : left;
        boolean converts = left != other || right != other;
        return converts && other != Type.STRING && other != Type.GUID
                ? List.of("convert one of them: to" + other.label() + "()")
                : List.of();
    }

    private static boolean isNumberPair(Type left, Type right) {
        return left.isNumeric() && right.isNumeric();
    }

    /** True for a type as which a text is read when it is compared with one. */
    static boolean readsText(Type type) {
        return type == Type.DATETIME || type == Type.TIMESPAN || type == Type.GUID;
    }
}

package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlSwitch;
import io.quarry.aql.catalog.AqlType;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.BinaryOperator;
import io.quarry.aql.syntax.Expression;
import io.quarry.aql.syntax.Placeholder;
import io.quarry.data.Type;
import io.quarry.functions.aql.Address;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Comparisons, with the conversions that QRadar makes: a text written in the query becomes what it is compared with; a
 * number and a text are compared as texts.
 */
final class ComparisonAnalyzer {
    private static final Typed FAULTY = Typed.absent(AqlType.BOOLEAN);

    private static final Pattern HARDWARE_ADDRESS =
            Pattern.compile("(?i)[0-9a-f]{2}(?:(?::[0-9a-f]{2}){5}|(?:-[0-9a-f]{2}){5})");

    /** How numbers are written as texts. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?(E-?[0-9]+)?");

    private final QueryScope scope;

    ComparisonAnalyzer(QueryScope scope) {
        this.scope = scope;
    }

    /** @param written gives the places of both sides */
    Typed compare(BinaryOperator operator, Expression.Binary written, Typed left, Typed right) {
        if (left.isNothing() || right.isNothing()) {
            return FAULTY;
        }
        if (rank(left.type()) > rank(right.type())) {
            Expression.Binary mirrored = new Expression.Binary(
                    written.span(), operator.mirrored(), written.operatorSpan(), written.right(), written.left());
            return compare(operator.mirrored(), mirrored, right, left);
        }
        return switch (left.type()) {
            case BYTES -> rawPayload(written.left());
            case LIST -> list(operator, written, left, right);
            case IP -> address(operator, written, left, right);
            case MAC -> hardwareAddress(operator, written, left, right);
            case BOOLEAN -> bool(operator, written, left, right);
            case TIME, LONG, PORT, DOUBLE -> number(operator, written, left, right);
            case STRING -> text(operator, written, left.expr(), right.expr());
            case NULL -> FAULTY;
        };
    }

    /** The order in which a type decides how to compare; the lower is taken as the left side. */
    private static int rank(AqlType type) {
        return switch (type) {
            case BYTES -> 0;
            case LIST -> 1;
            case IP -> 2;
            case MAC -> 3;
            case BOOLEAN -> 4;
            case TIME -> 5;
            case LONG, PORT, DOUBLE -> 6;
            case STRING -> 7;
            case NULL -> 8;
        };
    }

    /** A text in a list of texts written in the query, as one test; empty for any other list. */
    Optional<Expr> member(Expression.In in, Typed operand) {
        boolean texts = operand.type() == AqlType.STRING
                && in.values().stream()
                        .allMatch(value -> value.bare() instanceof Expression.Text text
                                && scope.aliasInText(text.value()).isEmpty());
        if (!texts || in.values().size() == 1 || scope.catalog().isOn(AqlSwitch.EQUAL_IGNORES_CASE)) {
            return Optional.empty();
        }
        List<Object> values = in.values().stream()
                .map(value -> (Object) ((Expression.Text) value.bare()).value())
                .toList();
        Expr list = new Expr.Literal(Type.DYNAMIC, values);
        return Optional.of(Operators.call("IN", scope.origin(in.span()), operand.expr(), list));
    }

    private Typed address(BinaryOperator operator, Expression.Binary written, Typed left, Typed right) {
        Optional<String> literal = right.literalText();
        if (literal.isPresent() && AddressRanges.report(written, literal.get(), scope.findings())) {
            return FAULTY;
        }
        if (literal.isPresent() && Address.parse(literal.get()).isEmpty()) {
            String hint = literal.get().length() < 4
                    ? "an absent address shows as 0.0.0.0"
                    : "an address is written as '192.0.2.1'; INCIDR('192.0.2.0/24', ip) asks for a range";
            return notConvertible(written.right(), literal.get(), "an address", hint);
        }
        if (right.type() != AqlType.IP && right.type() != AqlType.STRING) {
            return wrongType(written, right, "an address", "LONG(...) gives the number of an address");
        }
        Origin origin = scope.origin(written.span());
        if (literal.isPresent() && !operator.isOrdering()) {
            Expr same = Operators.call("ADDRESS =", origin, left.expr(), right.expr());
            return Typed.condition(operator == BinaryOperator.EQUAL ? same : new Expr.Not(same));
        }
        return apply(
                operator,
                written,
                Operators.call("ADDRESS ORDER", origin, left.expr()),
                Operators.call("ADDRESS ORDER", origin, right.expr()));
    }

    private Typed hardwareAddress(BinaryOperator operator, Expression.Binary written, Typed left, Typed right) {
        if (right.type() != AqlType.MAC && right.type() != AqlType.STRING) {
            return wrongType(written, right, "a hardware address");
        }
        Optional<String> literal = right.literalText();
        if (literal.isPresent() && !HARDWARE_ADDRESS.matcher(literal.get()).matches()) {
            return notConvertible(
                    written.right(), literal.get(), "a hardware address", "write it as '00:1a:2b:3c:4d:5e'");
        }
        Origin origin = scope.origin(written.span());
        Expr address = literal.isPresent() ? text(literal.get().replace('-', ':')) : right.expr();
        return apply(
                operator,
                written,
                Operators.call("LOWER", origin, left.expr()),
                Operators.call("LOWER", origin, address));
    }

    private static Expr text(String value) {
        return new Expr.Literal(Type.STRING, value);
    }

    private Typed bool(BinaryOperator operator, Expression.Binary written, Typed left, Typed right) {
        if (operator.isOrdering()) {
            return wrongType(written, left, "something that has an order");
        }
        Optional<String> literal = right.literalText();
        if (literal.isPresent()) {
            String word = literal.get().toLowerCase(Locale.ROOT);
            if (!word.equals("true") && !word.equals("false")) {
                return notConvertible(written.right(), literal.get(), "true or false");
            }
            return apply(operator, written, left.expr(), new Expr.Literal(Type.BOOL, word.equals("true")));
        }
        if (right.type() == AqlType.STRING && left.isLiteral()) {
            Origin origin = scope.origin(written.span());
            return apply(operator, written, Conversion.toText(left, origin), right.expr());
        }
        if (right.type() != AqlType.BOOLEAN) {
            return wrongType(written, right, "a boolean", "write true or false");
        }
        return apply(operator, written, left.expr(), right.expr());
    }

    private Typed number(BinaryOperator operator, Expression.Binary written, Typed left, Typed right) {
        Origin origin = scope.origin(written.span());
        if (right.type() != AqlType.STRING) {
            boolean decimal = left.type() == AqlType.DOUBLE || right.type() == AqlType.DOUBLE;
            return decimal
                    ? apply(operator, written, Conversion.toDouble(left, origin), Conversion.toDouble(right, origin))
                    : apply(operator, written, left.expr(), right.expr());
        }
        Optional<String> literal = right.literalText();
        if (literal.isPresent() && left.type() == AqlType.TIME && !isWhole(literal.get())) {
            return notConvertible(
                    written.right(),
                    literal.get(),
                    "milliseconds since 1970",
                    "write START '...' STOP '...' at the end of the query");
        }
        Optional<Placeholder> placeholder = literal.flatMap(Placeholder::of);
        if (placeholder.isPresent()) {
            placeholder.get().report(scope.findings(), written.right().span());
            return FAULTY;
        }
        if (operator.isOrdering()) {
            warnOfTextOrder(written);
        } else if (literal.isPresent() && isWhole(literal.get())) {
            Typed converted = Typed.whole(Long.parseLong(literal.get()));
            return number(operator, written, left, converted);
        } else if (literal.isPresent()) {
            warnOfNoNumber(written, literal.get());
        }
        return apply(operator, written, Conversion.toText(left, origin), right.expr());
    }

    private Typed text(BinaryOperator operator, Expression.Binary written, Expr left, Expr right) {
        if (operator.isOrdering() || !scope.catalog().isOn(AqlSwitch.EQUAL_IGNORES_CASE)) {
            return apply(operator, written, left, right);
        }
        Origin origin = scope.origin(written.span());
        return apply(operator, written, Operators.call("LOWER", origin, left), Operators.call("LOWER", origin, right));
    }

    /** Both are compared as texts, and some texts no number is written as. */
    private void warnOfNoNumber(Expression.Binary written, String text) {
        if (!NUMBER.matcher(text).matches()) {
            scope.findings()
                    .add(AqlCode.NEVER_A_NUMBER, written.right().span(), "no number is written as '" + text + "'");
        }
    }

    private void warnOfTextOrder(Expression.Binary written) {
        scope.findings()
                .add(
                        AqlCode.TEXT_ORDER,
                        written.span(),
                        "a number and a text are put in order as texts, where '10' comes before '9'",
                        "make both numbers: LONG(...) around the text, the other without quotes");
    }

    private Typed apply(BinaryOperator operator, Expression.Binary written, Expr left, Expr right) {
        Origin origin = scope.origin(written.span());
        return Typed.condition(
                switch (operator) {
                    case EQUAL -> Operators.call("=", origin, left, right);
                    case NOT_EQUAL -> new Expr.Not(Operators.call("=", origin, left, right));
                    case LESS -> Operators.call("<", origin, left, right);
                    case LESS_OR_EQUAL -> Operators.call("<=", origin, left, right);
                    case GREATER -> Operators.call("<", origin, right, left);
                    case GREATER_OR_EQUAL -> Operators.call("<=", origin, right, left);
                    case POWER,
                            MULTIPLY,
                            DIVIDE,
                            REMAINDER,
                            ADD,
                            SUBTRACT,
                            SHIFT_LEFT,
                            SHIFT_RIGHT,
                            SHIFT_RIGHT_UNSIGNED,
                            BIT_AND,
                            BIT_XOR,
                            BIT_OR -> throw new IllegalStateException("no comparison: " + operator);
                });
    }

    Typed rawPayload(Expression payload) {
        Span span = payload.span();
        String decoded = "UTF8(" + scope.findings().source().slice(span) + ")";
        scope.findings()
                .add(
                        Repair.replace("decode the bytes", span, decoded),
                        AqlCode.RAW_PAYLOAD,
                        span,
                        "Wrong argument type: \"byte[]\". \"String\" is required.",
                        "write " + decoded);
        return FAULTY;
    }

    /** A list equals a value if one of its elements does. */
    private Typed list(BinaryOperator operator, Expression.Binary written, Typed left, Typed right) {
        if (right.type() == AqlType.LIST) {
            scope.findings().add(CommonCode.UNSUPPORTED, written.span(), "two lists cannot be compared");
            return FAULTY;
        }
        if (operator.isOrdering()) {
            return wrongType(written, left, "something that has an order");
        }
        Origin origin = scope.origin(written.span());
        Expr contains = Operators.call("CONTAINS ELEMENT", origin, left.expr(), Conversion.toText(right, origin));
        return Typed.condition(operator == BinaryOperator.EQUAL ? contains : new Expr.Not(contains));
    }

    private Typed notConvertible(Expression place, String text, String required, String... hints) {
        Optional<Placeholder> placeholder = Placeholder.of(text);
        if (placeholder.isPresent()) {
            placeholder.get().report(scope.findings(), place.span());
        } else {
            scope.findings().add(AqlCode.NOT_CONVERTIBLE, place.span(), "'" + text + "' is not " + required, hints);
        }
        return FAULTY;
    }

    private Typed wrongType(Expression.Binary written, Typed found, String required, String... hints) {
        scope.findings()
                .add(
                        AqlCode.WRONG_ARGUMENT_TYPE,
                        written.span(),
                        "Wrong argument type: " + found.type().labelWithArticle() + " is compared where " + required
                                + " is required",
                        hints);
        return FAULTY;
    }

    /** A test as the switch for absent values wants it. */
    Typed decided(Typed test) {
        if (!scope.catalog().isOn(AqlSwitch.ABSENT_IS_FALSE)) {
            return test;
        }
        if (test.expr() instanceof Expr.Not not) {
            return Typed.condition(
                    new Expr.Not(decided(Typed.condition(not.operand())).expr()));
        }
        Expr no = new Expr.Literal(Type.BOOL, false);
        return Typed.condition(new Expr.Case(List.of(test.expr()), List.of(new Expr.Literal(Type.BOOL, true)), no));
    }

    /** True for a text that is written as numbers are. */
    private static boolean isWhole(String text) {
        return text.matches("0|-?[1-9][0-9]{0,17}");
    }
}

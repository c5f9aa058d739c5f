package io.quarry.aql.check;

import io.quarry.aql.syntax.Expression;
import java.util.Optional;

/** Values that are written in the query. */
final class Constants {
    private Constants() {}

    /** The value of integers joined by {@code + - *}; empty for anything else, and where it does not fit. */
    static Optional<Long> whole(Expression expression) {
        Expression bare = expression.bare();
        if (bare instanceof Expression.Whole whole) {
            return Optional.of(whole.value());
        }
        if (!(bare instanceof Expression.Binary binary)) {
            return Optional.empty();
        }
        Optional<Long> left = whole(binary.left());
        Optional<Long> right = whole(binary.right());
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        try {
            return switch (binary.operator()) {
                case ADD -> Optional.of(Math.addExact(left.get(), right.get()));
                case SUBTRACT -> Optional.of(Math.subtractExact(left.get(), right.get()));
                case MULTIPLY -> Optional.of(Math.multiplyExact(left.get(), right.get()));
                case POWER,
                        DIVIDE,
                        REMAINDER,
                        SHIFT_LEFT,
                        SHIFT_RIGHT,
                        SHIFT_RIGHT_UNSIGNED,
                        BIT_AND,
                        BIT_XOR,
                        BIT_OR,
                        EQUAL,
                        NOT_EQUAL,
                        LESS,
                        LESS_OR_EQUAL,
                        GREATER,
                        GREATER_OR_EQUAL -> Optional.empty();
            };
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    static Optional<Expression.Text> text(Expression expression) {
        return expression.bare() instanceof Expression.Text text ? Optional.of(text) : Optional.empty();
    }

    /** A text as a query writes it. */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}

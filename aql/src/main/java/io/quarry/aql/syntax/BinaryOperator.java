package io.quarry.aql.syntax;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The operators between two values, with their binding powers: the higher, the tighter. All associate to the left. The
 * order among the bitwise operators and of power is not documented by QRadar.
 */
public enum BinaryOperator {
    POWER("^", 9),
    MULTIPLY("*", 8),
    DIVIDE("/", 8),
    REMAINDER("%", 8),
    ADD("+", 7),
    SUBTRACT("-", 7),
    SHIFT_LEFT("<<", 6),
    SHIFT_RIGHT(">>", 6),
    SHIFT_RIGHT_UNSIGNED(">>>", 6),
    BIT_AND("&", 5),
    BIT_XOR("#", 4),
    BIT_OR("|", 4),
    EQUAL("=", 1),
    NOT_EQUAL("!=", 1),
    LESS("<", 1),
    LESS_OR_EQUAL("<=", 1),
    GREATER(">", 1),
    GREATER_OR_EQUAL(">=", 1);

    /** What binds tighter than every comparison. */
    static final int ABOVE_COMPARISON = 2;

    private static final Map<String, BinaryOperator> BY_SYMBOL = new HashMap<>();

    static {
        for (BinaryOperator operator : values()) {
            BY_SYMBOL.put(operator.symbol, operator);
        }
        BY_SYMBOL.put("==", EQUAL);
        BY_SYMBOL.put("<>", NOT_EQUAL);
    }

    private final String symbol;
    private final int power;

    BinaryOperator(String symbol, int power) {
        this.symbol = symbol;
        this.power = power;
    }

    public String symbol() {
        return symbol;
    }

    public boolean isComparison() {
        return power < ABOVE_COMPARISON;
    }

    /** True for the comparisons that need an order of values. */
    public boolean isOrdering() {
        return isComparison() && this != EQUAL && this != NOT_EQUAL;
    }

    /** The comparison that says the same with its sides exchanged. */
    public BinaryOperator mirrored() {
        return switch (this) {
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
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
                    BIT_OR,
                    EQUAL,
                    NOT_EQUAL -> this;
        };
    }

    int power() {
        return power;
    }

    static Optional<BinaryOperator> of(Token token) {
        return token.kind() == TokenKind.SYMBOL ? Optional.ofNullable(BY_SYMBOL.get(token.text())) : Optional.empty();
    }
}

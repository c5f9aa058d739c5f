package io.quarry.aql.syntax;

/** The operators before an operand. */
public enum UnaryOperator {
    MINUS("-"),
    COMPLEMENT("~");

    private final String symbol;

    UnaryOperator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}

package io.quarry.plan;

/** An expression to sort by. Text sorts by code point, false before true. */
public record SortKey(Expr expr, Direction direction, Nulls nulls) {
    /** Which end of the values comes first. */
    public enum Direction {
        ASCENDING,
        DESCENDING
    }

    /** Where null goes. */
    public enum Nulls {
        FIRST,
        LAST
    }
}

package io.quarry.plan;

/** Which rows a join gives. The output columns are the left ones and then the right ones, unless said otherwise. */
public enum JoinKind {
    /** Every matching pair. */
    INNER,
    /** As {@link #INNER}, after keeping only the first left row of each key: Kusto's default. */
    INNER_UNIQUE,
    /** As {@link #INNER}, and left rows without a match with nulls on the right. */
    LEFT_OUTER,
    /** As {@link #INNER}, and right rows without a match with nulls on the left. */
    RIGHT_OUTER,
    /** Both. */
    FULL_OUTER,
    /** Left rows that have a match, once each; left columns only. */
    LEFT_SEMI,
    /** Left rows without a match; left columns only. */
    LEFT_ANTI;

    /** True if only the left columns come out. */
    public boolean leftColumnsOnly() {
        return this == LEFT_SEMI || this == LEFT_ANTI;
    }
}

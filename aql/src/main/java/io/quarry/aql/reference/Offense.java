package io.quarry.aql.reference;

/**
 * The span of an offense.
 *
 * @param start milliseconds since 1970
 * @param end milliseconds since 1970; that of the last event
 */
public record Offense(long start, long end) {
    public Offense {
        if (end < start) {
            throw new IllegalArgumentException("an offense from " + start + " to " + end);
        }
    }
}

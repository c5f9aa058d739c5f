package io.quarry.data;

/**
 * The values of {@link Type#DYNAMIC}: a tree of {@code null}, {@link Boolean}, {@link Long}, {@link Double},
 * {@link String}, {@link java.util.List} (array), {@link java.util.Map} with text keys in insertion order (bag),
 * {@link java.math.BigDecimal}, {@link java.util.UUID}, and the two kinds of time below. Trees are never changed once
 * they are in a vector.
 */
public sealed interface Dynamic {
    /** A point in time inside a dynamic value, as ticks of {@link Type#DATETIME}. */
    record DateTime(long ticks) implements Dynamic {}

    /** A span of time inside a dynamic value, as ticks of {@link Type#TIMESPAN}. */
    record TimeSpan(long ticks) implements Dynamic {}
}

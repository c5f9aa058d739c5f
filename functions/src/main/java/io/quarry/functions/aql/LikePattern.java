package io.quarry.functions.aql;

import io.quarry.functions.text.ExactNeedle;
import io.quarry.functions.text.Utf8;

/**
 * A pattern of {@code LIKE}, made ready: {@code %} is any number of characters, {@code _} exactly one, and nothing else is
 * special. It covers the whole value. Immutable; safe for threads.
 */
public final class LikePattern {
    private final LikeShape shape;
    private final ExactNeedle needle;
    private final Wildcards wildcards;

    private LikePattern(LikeShape shape, String pattern) {
        this.shape = shape;
        this.needle = ExactNeedle.of(shape.needle(pattern));
        this.wildcards = Wildcards.of(pattern);
    }

    public static LikePattern of(String pattern) {
        return new LikePattern(LikeShape.of(pattern), pattern);
    }

    /** True if the pattern covers the whole text. */
    boolean matches(Utf8 text) {
        return shape == LikeShape.MIXED ? wildcards.cover(text.toString()) : shape.holds(needle, text);
    }
}

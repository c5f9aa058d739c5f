package io.quarry.functions.aql;

import java.util.Locale;

/** A pattern of {@code ILIKE}: lower case on both sides. Immutable; safe for threads. */
public final class CaselessLikePattern {
    private final LikePattern lower;

    private CaselessLikePattern(LikePattern lower) {
        this.lower = lower;
    }

    public static CaselessLikePattern of(String pattern) {
        return new CaselessLikePattern(LikePattern.of(pattern.toLowerCase(Locale.ROOT)));
    }

    boolean matches(String text) {
        return lower.matches(text.toLowerCase(Locale.ROOT));
    }
}

package io.quarry.functions.aql;

import io.quarry.functions.text.CaselessNeedle;
import io.quarry.functions.text.Utf8;
import java.util.Locale;

/** A pattern of {@code ILIKE}: both sides are taken in lower case. Immutable; safe for threads. */
public final class CaselessLikePattern {
    private final LikeShape shape;
    private final CaselessNeedle needle;
    private final Wildcards wildcards;

    private CaselessLikePattern(LikeShape shape, String pattern) {
        this.shape = shape;
        this.needle = CaselessNeedle.of(shape.needle(pattern));
        this.wildcards = Wildcards.of(pattern.toLowerCase(Locale.ROOT));
    }

    public static CaselessLikePattern of(String pattern) {
        boolean isAscii = pattern.chars().allMatch(c -> c < 0x80);
        return new CaselessLikePattern(isAscii ? LikeShape.of(pattern) : LikeShape.MIXED, pattern);
    }

    /** True if the pattern covers the whole text. Beyond ASCII, lower case can be a matter of several characters. */
    boolean matches(Utf8 text) {
        boolean fast = shape != LikeShape.MIXED && text.isAscii();
        return fast
                ? shape.holds(needle, text)
                : wildcards.cover(text.toString().toLowerCase(Locale.ROOT));
    }
}

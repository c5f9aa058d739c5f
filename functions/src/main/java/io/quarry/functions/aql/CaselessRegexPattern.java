package io.quarry.functions.aql;

import com.google.re2j.Pattern;
import io.quarry.functions.text.Utf8;

/** A regular expression of {@code IMATCHES}: letter case does not count. Immutable; safe for threads. */
public final class CaselessRegexPattern {
    private final RegexPattern pattern;

    private CaselessRegexPattern(RegexPattern pattern) {
        this.pattern = pattern;
    }

    /** See {@link RegexPattern#of(String)}. */
    public static CaselessRegexPattern of(String regex) {
        return new CaselessRegexPattern(RegexPattern.of(regex, Pattern.CASE_INSENSITIVE));
    }

    boolean matches(Utf8 text) {
        return pattern.matches(text);
    }

    boolean occursIn(Utf8 text) {
        return pattern.occursIn(text);
    }
}

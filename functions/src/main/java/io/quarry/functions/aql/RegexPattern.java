package io.quarry.functions.aql;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.quarry.functions.text.RegexSearch;
import io.quarry.functions.text.Utf8;
import io.quarry.plan.FunctionException;

/** A regular expression of {@code MATCHES}, made ready; runs in linear time. Immutable; safe for threads. */
public final class RegexPattern {
    private final Pattern pattern;
    private final RegexSearch whole;
    private final RegexSearch anywhere;

    private RegexPattern(Pattern pattern) {
        this.pattern = pattern;
        this.whole = RegexSearch.of(pattern, RegexSearch.Extent.WHOLE);
        this.anywhere = RegexSearch.of(pattern, RegexSearch.Extent.ANYWHERE);
    }

    /**
     * Compiles.
     *
     * @throws FunctionException if the text is not a regular expression, or one that needs backtracking (lookaround, back
     *     references, possessive quantifiers)
     */
    public static RegexPattern of(String regex) {
        return of(regex, 0);
    }

    static RegexPattern of(String regex, int flags) {
        try {
            return new RegexPattern(Pattern.compile(regex, flags));
        } catch (PatternSyntaxException e) {
            throw new FunctionException("no regular expression that can be run: " + e.getDescription());
        }
    }

    /** True if the expression covers the whole text. */
    boolean matches(Utf8 text) {
        return whole.isIn(text);
    }

    /** True if the expression occurs in the text. */
    boolean occursIn(Utf8 text) {
        return anywhere.isIn(text);
    }

    String replaceAll(String text, String replacement) {
        return pattern.matcher(text).replaceAll(replacement);
    }

    String replaceFirst(String text, String replacement) {
        return pattern.matcher(text).replaceFirst(replacement);
    }
}

package io.quarry.functions.sigma;

import com.google.re2j.Pattern;
import java.util.List;

/**
 * Regular expressions, prepared from a dynamic array of their texts: searched for, letter case counts, linear time.
 * {@code \d}, {@code \w} and {@code \s} know ASCII only, as PCRE does by default.
 */
public final class Regexes {
    private final List<Pattern> patterns;

    private Regexes(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    /** @throws com.google.re2j.PatternSyntaxException if one is none; rules were checked before */
    public static Regexes of(Object texts) {
        return new Regexes(RuleTexts.of(texts).stream().map(Pattern::compile).toList());
    }

    boolean anyFinds(String occurrence) {
        for (Pattern pattern : patterns) {
            if (pattern.matcher(occurrence).find()) {
                return true;
            }
        }
        return false;
    }
}

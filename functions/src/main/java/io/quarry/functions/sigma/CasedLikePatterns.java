package io.quarry.functions.sigma;

import io.quarry.functions.text.Utf8;

/** Several patterns whose letter case counts, prepared from a dynamic array of their texts. */
public final class CasedLikePatterns {
    private final LikePattern[] patterns;

    private CasedLikePatterns(LikePattern[] patterns) {
        this.patterns = patterns;
    }

    public static CasedLikePatterns of(Object texts) {
        return new CasedLikePatterns(
                RuleTexts.of(texts).stream().map(LikePattern::cased).toArray(LikePattern[]::new));
    }

    boolean anyMatches(Utf8 text) {
        for (LikePattern pattern : patterns) {
            if (pattern.matches(text)) {
                return true;
            }
        }
        return false;
    }
}

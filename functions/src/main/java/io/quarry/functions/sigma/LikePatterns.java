package io.quarry.functions.sigma;

import io.quarry.functions.text.Utf8;

/** Several patterns whose letter case does not count, prepared from a dynamic array of their texts. */
public final class LikePatterns {
    private final LikePattern[] patterns;

    private LikePatterns(LikePattern[] patterns) {
        this.patterns = patterns;
    }

    public static LikePatterns of(Object texts) {
        return new LikePatterns(
                RuleTexts.of(texts).stream().map(LikePattern::caseless).toArray(LikePattern[]::new));
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

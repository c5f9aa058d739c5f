package io.quarry.functions.sigma;

import io.quarry.functions.text.CaselessNeedle;
import io.quarry.functions.text.ExactNeedle;
import io.quarry.functions.text.Needle;
import io.quarry.functions.text.Utf8;

/**
 * One value of a Sigma rule, to be compared with the values of a field. In the pattern's text {@code *} is any text,
 * {@code ?} one character, a backslash makes the next character plain, and {@code \-} is a dash, an en dash, an em dash, a
 * horizontal bar or a slash. Immutable, safe for threads.
 */
final class LikePattern {
    /** What is left of a pattern when its longest plain piece is known: most patterns are nothing more. */
    private enum Shape {
        WHOLE,
        PREFIX,
        SUFFIX,
        INSIDE,
        ANYTHING,
        WILD
    }

    private final PatternTokens tokens;
    private final Shape shape;
    private final Needle needle;

    private LikePattern(PatternTokens tokens, Shape shape, Needle needle) {
        this.tokens = tokens;
        this.shape = shape;
        this.needle = needle;
    }

    /** Letter case counts. */
    static LikePattern cased(String pattern) {
        PatternTokens tokens = PatternTokens.cased(pattern);
        return new LikePattern(tokens, shape(tokens), ExactNeedle.of(longestPiece(tokens)));
    }

    /** Letter case does not count. */
    static LikePattern caseless(String pattern) {
        PatternTokens tokens = PatternTokens.caseless(pattern);
        return new LikePattern(tokens, shape(tokens), CaselessNeedle.of(longestPiece(tokens)));
    }

    /** True if an occurrence in the text is as the pattern. */
    boolean matches(Utf8 text) {
        return switch (shape) {
            case ANYTHING -> true;
            case INSIDE -> needle.isIn(text);
            case WHOLE -> needle.isIn(text) && (needle.isEqualTo(text) || matchesOneOfSeveral(text));
            case PREFIX -> needle.isIn(text) && (needle.isPrefixOf(text) || matchesOneOfSeveral(text));
            case SUFFIX -> needle.isIn(text) && (needle.isSuffixOf(text) || matchesOneOfSeveral(text));
            case WILD -> needle.isIn(text) && Occurrences.any(text.toString(), tokens::matches);
        };
    }

    private boolean matchesOneOfSeveral(Utf8 text) {
        return Occurrences.areSeveral(text) && Occurrences.any(text.toString(), tokens::matches);
    }

    private static Shape shape(PatternTokens tokens) {
        int size = tokens.size();
        int wildcards = 0;
        for (int i = 0; i < size; i++) {
            if (tokens.at(i) == PatternTokens.ANY_CHARACTER || tokens.at(i) == PatternTokens.ANY_DASH) {
                return Shape.WILD;
            }
            wildcards += tokens.at(i) == PatternTokens.ANY_TEXT ? 1 : 0;
        }
        if (wildcards == 0) {
            return Shape.WHOLE;
        }
        if (size == 1) {
            return Shape.ANYTHING;
        }
        boolean before = tokens.at(0) == PatternTokens.ANY_TEXT;
        boolean behind = tokens.at(size - 1) == PatternTokens.ANY_TEXT;
        if (wildcards == 2 && before && behind) {
            return Shape.INSIDE;
        }
        return wildcards > 1 ? Shape.WILD : before ? Shape.SUFFIX : behind ? Shape.PREFIX : Shape.WILD;
    }

    /** The longest run without a wildcard, which every match contains. */
    private static String longestPiece(PatternTokens tokens) {
        int from = 0;
        int to = 0;
        int start = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            if (i == tokens.size() || tokens.at(i) < 0) {
                if (i - start > to - from) {
                    from = start;
                    to = i;
                }
                start = i + 1;
            }
        }
        return tokens.text(from, to);
    }
}

package io.quarry.functions.sigma;

import io.quarry.functions.text.Folding;
import java.util.Arrays;

/**
 * A pattern as code points and wildcards, see {@link LikePattern}, that whole texts are compared with. Immutable.
 */
final class PatternTokens {
    static final int ANY_TEXT = -1;
    static final int ANY_CHARACTER = -2;
    static final int ANY_DASH = -3;

    private static final String DASHES = "-/\u2013\u2014\u2015";

    private final int[] tokens;
    private final boolean isCased;

    private PatternTokens(int[] tokens, boolean isCased) {
        this.tokens = tokens;
        this.isCased = isCased;
    }

    static PatternTokens cased(String pattern) {
        return new PatternTokens(tokens(pattern), true);
    }

    static PatternTokens caseless(String pattern) {
        int[] tokens = tokens(pattern);
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = tokens[i] < 0 ? tokens[i] : Folding.fold(tokens[i]);
        }
        return new PatternTokens(tokens, false);
    }

    int size() {
        return tokens.length;
    }

    int at(int index) {
        return tokens[index];
    }

    /** The text between {@code from} and {@code to}; only if no wildcard stands there. */
    String text(int from, int to) {
        return new String(tokens, from, to - from);
    }

    /**
     * True if the whole text is as the pattern. Goes back to the last {@link #ANY_TEXT} only, since one further back could
     * not reach further: time is at most the product of the two lengths.
     */
    boolean matches(String text) {
        int at = 0;
        int token = 0;
        int resumeAt = -1;
        int resumeToken = -1;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (token < tokens.length && tokens[token] == ANY_TEXT) {
                resumeToken = ++token;
                resumeAt = at;
            } else if (token < tokens.length && isAt(token, codePoint)) {
                token++;
                at += Character.charCount(codePoint);
            } else if (resumeToken >= 0) {
                resumeAt += Character.charCount(text.codePointAt(resumeAt));
                at = resumeAt;
                token = resumeToken;
            } else {
                return false;
            }
        }
        while (token < tokens.length && tokens[token] == ANY_TEXT) {
            token++;
        }
        return token == tokens.length;
    }

    private boolean isAt(int token, int codePoint) {
        return switch (tokens[token]) {
            case ANY_CHARACTER -> true;
            case ANY_DASH -> DASHES.indexOf(codePoint) >= 0;
            default -> tokens[token] == (isCased ? codePoint : Folding.fold(codePoint));
        };
    }

    private static int[] tokens(String pattern) {
        int[] codePoints = pattern.codePoints().toArray();
        int[] tokens = new int[codePoints.length];
        int size = 0;
        for (int i = 0; i < codePoints.length; i++) {
            int codePoint = codePoints[i];
            if (codePoint == '\\' && i + 1 < codePoints.length) {
                codePoint = codePoints[++i];
                tokens[size++] = codePoint == '-' ? ANY_DASH : codePoint;
            } else if (codePoint == '*') {
                if (size == 0 || tokens[size - 1] != ANY_TEXT) {
                    tokens[size++] = ANY_TEXT;
                }
            } else {
                tokens[size++] = codePoint == '?' ? ANY_CHARACTER : codePoint;
            }
        }
        return Arrays.copyOf(tokens, size);
    }
}

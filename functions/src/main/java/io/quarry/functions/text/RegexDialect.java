package io.quarry.functions.text;

import io.quarry.plan.FunctionException;
import java.util.function.IntPredicate;

/**
 * Rewrites a regular expression of KQL for an engine whose {@code \d}, {@code \w} and {@code \s} only know ASCII, and
 * refuses what that engine would read as something else.
 */
final class RegexDialect {
    private static final String DIGIT = "\\p{Nd}";
    private static final String SPACE = "\\x09-\\x0d\\x20\\x{85}\\p{Z}";
    private static final String WORD = "\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{Pc}\\x{200C}\\x{200D}\\x{24B6}-\\x{24E9}";

    private final String pattern;
    private final StringBuilder translated = new StringBuilder();
    private int at;

    private RegexDialect(String pattern) {
        this.pattern = pattern;
    }

    static String translate(String pattern) {
        return pattern.indexOf('\\') < 0 && pattern.indexOf('[') < 0 ? pattern : new RegexDialect(pattern).translate();
    }

    private String translate() {
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '\\' && at + 1 < pattern.length()) {
                escape(false);
            } else if (c == '[') {
                characterClass();
            } else {
                translated.append(c);
                at++;
            }
        }
        return translated.toString();
    }

    private void characterClass() {
        int start = at;
        translated.append('[');
        at++;
        if (at < pattern.length() && pattern.charAt(at) == '^') {
            translated.append('^');
            at++;
        }
        for (boolean isFirst = true; at < pattern.length(); isFirst = false) {
            char c = pattern.charAt(at);
            if (c == ']' && !isFirst) {
                translated.append(']');
                at++;
                return;
            }
            if (c == '\\' && at + 1 < pattern.length()) {
                escape(true);
            } else if (pattern.startsWith("[:", at)) {
                posixClass();
            } else {
                if (c == '[') {
                    throw refusal("a class inside a class", start);
                }
                if (isSetOperator(c)) {
                    throw refusal("the set operator '" + c + c + "'", start);
                }
                translated.append(c);
                at++;
            }
        }
    }

    private boolean isSetOperator(char c) {
        return (c == '&' || c == '-' || c == '~') && at + 1 < pattern.length() && pattern.charAt(at + 1) == c;
    }

    private void posixClass() {
        int end = pattern.indexOf(":]", at);
        int next = end < 0 ? pattern.length() : end + 2;
        translated.append(pattern, at, next);
        at = next;
    }

    private void escape(boolean inClass) {
        char letter = pattern.charAt(at + 1);
        switch (letter) {
            case 'd' -> translated.append(DIGIT);
            case 'D' -> translated.append("\\P{Nd}");
            case 's' -> translated.append(inClass ? SPACE : "[" + SPACE + "]");
            case 'S' -> translated.append(inClass ? Complements.SPACE : "[^" + SPACE + "]");
            case 'w' -> translated.append(inClass ? WORD : "[" + WORD + "]");
            case 'W' -> translated.append(inClass ? Complements.WORD : "[^" + WORD + "]");
            default -> translated.append('\\').append(letter);
        }
        at += 2;
    }

    private FunctionException refusal(String what, int start) {
        return new FunctionException(
                "regular expression '" + pattern + "': " + what + " at offset " + start + " is not supported");
    }

    /** What is outside a set, as ranges; only a class that holds {@code \S} or {@code \W} needs it. */
    private static final class Complements {
        static final String SPACE = outside(RegexDialect::isSpace);
        static final String WORD = outside(RegexDialect::isWord);

        private static String outside(IntPredicate isInside) {
            StringBuilder ranges = new StringBuilder();
            int from = 0;
            for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT + 1; codePoint++) {
                if (codePoint > Character.MAX_CODE_POINT || isInside.test(codePoint)) {
                    if (from < codePoint) {
                        ranges.append(String.format("\\x{%x}-\\x{%x}", from, codePoint - 1));
                    }
                    from = codePoint + 1;
                }
            }
            return ranges.toString();
        }
    }

    private static boolean isSpace(int codePoint) {
        return codePoint >= 0x09 && codePoint <= 0x0D || codePoint == 0x85 || Character.isSpaceChar(codePoint);
    }

    private static boolean isWord(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.LETTER_NUMBER,
                    Character.CONNECTOR_PUNCTUATION -> true;
            default ->
                Character.isLetterOrDigit(codePoint)
                        || codePoint == 0x200C
                        || codePoint == 0x200D
                        || codePoint >= 0x24B6 && codePoint <= 0x24E9;
        };
    }
}

package io.quarry.sigma;

import java.util.Optional;

/**
 * Writes values of rules as patterns of the function {@code like}: {@code *} is any text, {@code ?} one character, a
 * backslash makes the next character plain, and {@code \-} is any of the dashes and the slash that {@code windash} means.
 */
final class PatternText {
    private PatternText() {}

    /** The pattern of a value: a backslash is an escape only before {@code *}, {@code ?} and itself. */
    static String of(String value) {
        return write(value, false);
    }

    /** The same, each dash or slash that begins a word being any of them. */
    static String withAnyDash(String value) {
        return write(value, true);
    }

    /** The pattern that only this text matches. */
    static String literal(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            append(out, text.charAt(i));
        }
        return out.toString();
    }

    /**
     * The pattern with a wildcard on the sides that the modifier leaves open; as it is where there is no modifier.
     *
     * @param place {@code contains}, {@code startswith} or {@code endswith}
     */
    static String placed(String pattern, Optional<Modifier> place) {
        boolean openBefore = place.isPresent() && place.get() != Modifier.STARTSWITH;
        boolean openBehind = place.isPresent() && place.get() != Modifier.ENDSWITH;
        return (openBefore ? "*" : "") + pattern + (openBehind ? "*" : "");
    }

    /** The text of a value, escapes undone; empty if the value has wildcards. */
    static Optional<String> plainText(String value) {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isEscape(value, i)) {
                out.append(value.charAt(++i));
            } else if (c == '*' || c == '?') {
                return Optional.empty();
            } else {
                out.append(c);
            }
        }
        return Optional.of(out.toString());
    }

    private static String write(String value, boolean anyDash) {
        StringBuilder out = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isEscape(value, i)) {
                append(out, value.charAt(++i));
            } else if (c == '*' || c == '?') {
                out.append(c);
            } else if (anyDash && beginsWord(value, i)) {
                out.append("\\-");
            } else {
                append(out, c);
            }
        }
        return out.toString();
    }

    private static boolean isEscape(String value, int i) {
        return value.charAt(i) == '\\' && i + 1 < value.length() && "*?\\".indexOf(value.charAt(i + 1)) >= 0;
    }

    private static boolean beginsWord(String value, int i) {
        char c = value.charAt(i);
        return (c == '-' || c == '/')
                && (i == 0 || !isWord(value.charAt(i - 1)))
                && i + 1 < value.length()
                && isWord(value.charAt(i + 1));
    }

    private static boolean isWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private static void append(StringBuilder out, char c) {
        if (c == '*' || c == '?' || c == '\\') {
            out.append('\\');
        }
        out.append(c);
    }
}

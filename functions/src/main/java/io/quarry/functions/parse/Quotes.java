package io.quarry.functions.parse;

import java.util.List;

/**
 * The characters between which a key or a value may stand.
 *
 * @param pairs each the opening and the closing character, or one that is both
 * @param escapes characters that take what follows them as it is
 */
record Quotes(List<String> pairs, List<String> escapes) {
    /**
     * A quoted text.
     *
     * @param end where the text goes on after the closing quote
     */
    record Quoted(String content, int end) {}

    /** What is quoted from a place on; null if no quote opens there, or none closes it. */
    Quoted at(String text, int from) {
        for (String pair : pairs) {
            if (from < text.length() && text.charAt(from) == pair.charAt(0)) {
                return quoted(text, from + 1, pair.charAt(pair.length() - 1));
            }
        }
        return null;
    }

    private Quoted quoted(String text, int from, char close) {
        StringBuilder content = new StringBuilder();
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isEscape = escapes.contains(String.valueOf(c)) && i + 1 < text.length();
            if (isEscape) {
                content.append(text.charAt(++i));
            } else if (c == close) {
                return new Quoted(content.toString(), i + 1);
            } else {
                content.append(c);
            }
        }
        return null;
    }
}

package io.quarry.functions.aql;

import java.util.ArrayList;
import java.util.List;

/** A pattern with {@code %} and {@code _} anywhere, taken apart at the {@code %}s. Immutable. */
final class Wildcards {
    /** Stands for {@code _} inside a part. */
    private static final int ANY_CHARACTER = -1;

    private final List<int[]> parts;

    private Wildcards(List<int[]> parts) {
        this.parts = parts;
    }

    static Wildcards of(String pattern) {
        List<int[]> parts = new ArrayList<>();
        for (String part : pattern.split("%", -1)) {
            parts.add(part.codePoints().map(c -> c == '_' ? ANY_CHARACTER : c).toArray());
        }
        return new Wildcards(parts);
    }

    /** True if the pattern covers the whole text. */
    boolean cover(String text) {
        int first = ends(parts.get(0), text, 0);
        if (parts.size() == 1 || first < 0) {
            return first == text.length();
        }
        int position = first;
        for (int i = 1; i < parts.size() - 1; i++) {
            position = find(parts.get(i), text, position);
            if (position < 0) {
                return false;
            }
        }
        int[] last = parts.get(parts.size() - 1);
        int start = text.length();
        for (int i = 0; i < last.length && start > 0; i++) {
            start = text.offsetByCodePoints(start, -1);
        }
        return start >= position && ends(last, text, start) == text.length();
    }

    /** Where the first occurrence of a part at or after a position ends; -1 if there is none. */
    private static int find(int[] part, String text, int from) {
        int start = from;
        while (start <= text.length()) {
            if (part.length > 0 && part[0] >= 0) {
                start = text.indexOf(part[0], start);
                if (start < 0) {
                    return -1;
                }
            }
            int end = ends(part, text, start);
            if (end >= 0) {
                return end;
            }
            start += start < text.length() ? Character.charCount(text.codePointAt(start)) : 1;
        }
        return -1;
    }

    /** Where a part that begins at a position ends; -1 if it does not stand there. */
    private static int ends(int[] part, String text, int start) {
        int position = start;
        for (int expected : part) {
            if (position >= text.length()) {
                return -1;
            }
            int found = text.codePointAt(position);
            if (expected != ANY_CHARACTER && expected != found) {
                return -1;
            }
            position += Character.charCount(found);
        }
        return position;
    }
}

package io.quarry.sigma.yaml;

import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of one document of a text, from a {@code ---} to the next or to a {@code ...}. No scalar can hold such lines
 * (YAML 1.2, 9.1.2), so a text can be cut at them before it is parsed, and a damaged document takes no other with it.
 */
final class YamlChunk {
    private final String text;
    private final int start;
    private final int[] offsets;

    /** @param start where the chunk begins in the whole text, in UTF-16 code units */
    private YamlChunk(String text, int start) {
        this.text = text;
        this.start = start;
        this.offsets = offsets(text);
    }

    static List<YamlChunk> of(String text) {
        List<YamlChunk> chunks = new ArrayList<>();
        int start = 0;
        int line = 0;
        boolean hasContent = false;
        while (line < text.length()) {
            int end = lineEnd(text, line);
            if (hasContent && isMarker(text, line, "---")) {
                chunks.add(new YamlChunk(text.substring(start, line), start));
                start = line;
            }
            hasContent |= isContent(text, line, end);
            if (hasContent && isMarker(text, line, "...")) {
                chunks.add(new YamlChunk(text.substring(start, end), start));
                start = end;
                hasContent = false;
            }
            line = end;
        }
        if (hasContent) {
            chunks.add(new YamlChunk(text.substring(start), start));
        }
        return chunks;
    }

    String text() {
        return text;
    }

    /** The span between two positions that were counted in code points from the begin of the chunk. */
    Span span(int fromCodePoint, int toCodePoint) {
        int from = offset(fromCodePoint);
        return new Span(from, Math.max(from, offset(toCodePoint)));
    }

    /** Where in the span, which is a scalar's, the scalar's value stands letter by letter; -1 if it does not. */
    int verbatim(String value, Span span) {
        int quote = span.length() == value.length() + 2 ? 1 : 0;
        int from = span.start() + quote;
        boolean isSame = span.length() == value.length() + 2 * quote && text.startsWith(value, from - start);
        return isSame ? from : -1;
    }

    private int offset(int codePoints) {
        if (offsets.length == 0) {
            return start + Math.min(codePoints, text.length());
        }
        return start + offsets[Math.min(codePoints, offsets.length - 1)];
    }

    /** For each code point and for the end its UTF-16 offset; empty where the two counts are the same. */
    private static int[] offsets(String text) {
        int count = text.codePointCount(0, text.length());
        if (count == text.length()) {
            return new int[0];
        }
        int[] offsets = new int[count + 1];
        int at = 0;
        for (int i = 0; i < count; i++) {
            offsets[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        offsets[count] = at;
        return offsets;
    }

    private static boolean isMarker(String text, int line, String marker) {
        int after = line + marker.length();
        return text.startsWith(marker, line) && (after == text.length() || Character.isWhitespace(text.charAt(after)));
    }

    /** Directives and comments belong to the document that follows them. */
    private static boolean isContent(String text, int line, int end) {
        char first = text.charAt(line);
        return first != '%' && first != '#' && !text.substring(line, end).isBlank();
    }

    private static int lineEnd(String text, int line) {
        int end = line;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        if (end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n') {
            end++;
        }
        return Math.min(text.length(), end + 1);
    }
}

package io.quarry.plan;

import java.util.Objects;

/**
 * A query or rule as it was given, with the name under which errors speak of it: a path, or {@code query} for text from
 * the command line.
 */
public record SourceText(String name, String text) {
    public SourceText {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
    }

    /** The 1-based line of an offset. A line ends with LF, CR or CRLF. */
    public int line(int offset) {
        return 1 + lineBreaks(0, offset);
    }

    /** How many lines end from one offset on and before another. */
    public int lineBreaks(int from, int to) {
        int breaks = 0;
        for (int i = from; i < Math.min(to, text.length()); i++) {
            if (endsLine(i)) {
                breaks++;
            }
        }
        return breaks;
    }

    /** The 1-based column of an offset, in UTF-16 code units. */
    public int column(int offset) {
        return offset - lineStart(offset) + 1;
    }

    /** Where the line of the offset begins. */
    public int lineStart(int offset) {
        int start = Math.min(offset, text.length());
        while (start > 0 && !endsLine(start - 1)) {
            start--;
        }
        return start;
    }

    /** Where the line of the offset ends, before its line break. */
    public int lineEnd(int offset) {
        int end = Math.min(offset, text.length());
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    public String slice(Span span) {
        return text.substring(span.start(), span.end());
    }

    private boolean endsLine(int i) {
        char c = text.charAt(i);
        return c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
    }
}

package io.quarry.plan;

/** The source line of a span with carets under it, cut to a window where the line is long. */
final class Excerpt {
    private static final int WINDOW = 120;
    private static final int LEAD = 40;

    private Excerpt() {}

    static void append(StringBuilder out, SourceText source, Span span) {
        int lineStart = source.lineStart(span.start());
        int lineEnd = source.lineEnd(span.start());
        int from = lineEnd - lineStart <= WINDOW ? lineStart : Math.max(lineStart, span.start() - LEAD);
        int to = Math.min(lineEnd, from + WINDOW);
        String cut = from > lineStart ? "..." : "";
        out.append("  | ").append(cut);
        for (int i = from; i < to; i++) {
            char c = source.text().charAt(i);
            out.append(Character.isISOControl(c) ? ' ' : c);
        }
        out.append(to < lineEnd ? "..." : "").append('\n');
        int caretStart = Math.min(span.start(), to);
        int carets = Math.max(1, Math.min(span.end(), to) - caretStart);
        out.append("    ").append(" ".repeat(cut.length() + caretStart - from)).append("^".repeat(carets));
        out.append('\n');
    }
}

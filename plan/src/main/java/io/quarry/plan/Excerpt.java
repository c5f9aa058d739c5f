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
        String shown = ScreenText.printable(source.text().substring(from, to));
        out.append("  | ").append(cut).append(shown);
        out.append(to < lineEnd ? "..." : "").append('\n');
        int start = Math.min(span.start(), to) - from;
        int end = Math.max(start, Math.min(span.end(), to) - from);
        int before = cut.length() + ScreenText.width(shown, 0, start);
        int carets = Math.max(1, ScreenText.width(shown, start, end));
        out.append("    ").append(" ".repeat(before)).append("^".repeat(carets));
        out.append('\n');
    }
}

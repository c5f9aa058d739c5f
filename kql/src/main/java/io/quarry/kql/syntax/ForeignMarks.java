package io.quarry.kql.syntax;

import io.quarry.kql.diagnostic.Problems;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import io.quarry.plan.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Comments and quotes that are not KQL's: those of other languages, and the quotes of word processors. They are reported, and
 * read as what they mean.
 */
final class ForeignMarks {
    private static final String OPENING = "\u201C\u201D\u201E\u201F\u2018\u2019\u201A\u201B`";
    private static final String DOUBLE = "\u201C\u201D\u201E\u201F";

    private final String text;
    private final Problems problems;

    ForeignMarks(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** The end of the comment that begins at the place; empty if none does. */
    Optional<Integer> commentEnd(int at) {
        if (text.startsWith("/*", at)) {
            return Optional.of(block(at));
        }
        return text.charAt(at) == '#' && isFirstOfLine(at) ? Optional.of(line(at)) : Optional.empty();
    }

    private int block(int at) {
        int close = text.indexOf("*/", at + 2);
        int end = close < 0 ? text.length() : close + 2;
        problems.report(
                CommonCode.SYNTAX,
                new Span(at, close < 0 ? at + 2 : end),
                "KQL has no comment of the form /* */",
                List.of("a comment begins with // and ends with the line"),
                close < 0 ? Optional.empty() : Optional.of(asLines(at, end)));
        return end;
    }

    /** Each line a comment of its own; what goes on behind the comment moves to a new line. */
    private Repair asLines(int at, int end) {
        List<TextEdit> edits = new ArrayList<>(List.of(new TextEdit(new Span(at, at + 2), "//")));
        for (int i = text.indexOf('\n', at); i >= 0 && i < end - 2; i = text.indexOf('\n', i + 1)) {
            edits.add(new TextEdit(new Span(i + 1, i + 1), "// "));
        }
        edits.add(new TextEdit(new Span(end - 2, end), endsLine(end) ? "" : "\n"));
        return new Repair("write a comment that begins with //", edits);
    }

    private boolean endsLine(int at) {
        int next = at;
        while (next < text.length()
                && (text.charAt(next) == ' ' || text.charAt(next) == '\t' || text.charAt(next) == '\r')) {
            next++;
        }
        return next == text.length() || text.charAt(next) == '\n';
    }

    private int line(int at) {
        problems.report(
                CommonCode.SYNTAX,
                new Span(at, at + 1),
                "a line that begins with # is no comment, but a directive to a client",
                List.of("a comment begins with //"),
                Optional.of(Repair.replace("write a comment that begins with //", new Span(at, at + 1), "//")));
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private boolean isFirstOfLine(int at) {
        int before = at - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        return before < 0 || text.charAt(before) == '\n' || text.charAt(before) == '\r';
    }

    /** True if a text in quotes that are no straight ones begins at the place. */
    boolean isQuote(int at) {
        return OPENING.indexOf(text.charAt(at)) >= 0 && close(at) > 0;
    }

    /** The text in quotes that begins at the place. */
    Token string(int at) {
        int close = close(at);
        String inner = text.substring(at + 1, close);
        String straight = DOUBLE.indexOf(text.charAt(at)) >= 0 ? "\"" : "'";
        boolean isPlain = !inner.contains(straight) && !inner.contains("\\");
        String mark = isPlain ? straight : "@" + straight;
        Span span = new Span(at, close + 1);
        problems.report(
                CommonCode.SYNTAX,
                span,
                "the quote " + text.charAt(at) + " begins no text",
                List.of("texts stand in ' or \""),
                inner.contains(straight)
                        ? Optional.empty()
                        : Optional.of(new Repair(
                                "write straight quotes",
                                List.of(
                                        new TextEdit(new Span(at, at + 1), mark),
                                        new TextEdit(new Span(close, close + 1), straight)))));
        return Token.of(Token.Kind.STRING, span, inner);
    }

    /** Where the text ends that begins at the place; -1 if not on the same line. */
    private int close(int at) {
        char open = text.charAt(at);
        for (int i = at + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            boolean closes =
                    open == '`' ? c == '`' : OPENING.indexOf(c) >= 0 && c != '`' && isDouble(c) == isDouble(open);
            if (closes) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isDouble(char quote) {
        return DOUBLE.indexOf(quote) >= 0;
    }
}

package io.quarry.kql.syntax;

import io.quarry.kql.diagnostic.Problems;
import io.quarry.kql.syntax.Token.Kind;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Span;

/**
 * Reads one string literal: quoted with escapes, verbatim ({@code @"..."}), or on several lines between three back-ticks or
 * tildes. An unterminated one is reported and ends with its line.
 */
final class StringScanner {
    private static final String ESCAPES = "tnrabfv\\\"'";
    private static final String ESCAPED = "\t\n\r\u0007\b\f\u000B\\\"'";

    private final String text;
    private final int start;
    private final Problems problems;
    private int at;

    StringScanner(String text, int start, Problems problems) {
        this.text = text;
        this.start = start;
        this.problems = problems;
        this.at = start;
    }

    Token scan() {
        char c = text.charAt(at);
        String value = c == '`' || c == '~' ? multiLine(text.substring(at, at + 3)) : c == '@' ? verbatim() : quoted();
        return Token.of(Kind.STRING, new Span(start, at), value);
    }

    private String multiLine(String fence) {
        int close = text.indexOf(fence, at + fence.length());
        int from = at + fence.length();
        if (close < 0) {
            int line = problems.source().line(start);
            problems.report(
                    CommonCode.SYNTAX,
                    new Span(text.length(), text.length()),
                    "the string that begins with " + fence + " on line " + line + " has no closing " + fence);
            at = text.length();
            return text.substring(from);
        }
        at = close + fence.length();
        return text.substring(from, close);
    }

    private String verbatim() {
        char quote = text.charAt(at + 1);
        at += 2;
        StringBuilder value = new StringBuilder();
        while (!atLineEnd()) {
            char c = text.charAt(at++);
            if (c != quote) {
                value.append(c);
            } else if (at < text.length() && text.charAt(at) == quote) {
                value.append(quote);
                at++;
            } else {
                return value.toString();
            }
        }
        return unterminated(value);
    }

    private String quoted() {
        char quote = text.charAt(at++);
        StringBuilder value = new StringBuilder();
        while (!atLineEnd()) {
            char c = text.charAt(at++);
            if (c == quote) {
                return value.toString();
            }
            if (c == '\\' && !atLineEnd()) {
                escape(value);
            } else {
                value.append(c);
            }
        }
        return unterminated(value);
    }

    private void escape(StringBuilder value) {
        char c = text.charAt(at++);
        int simple = ESCAPES.indexOf(c);
        if (simple >= 0) {
            value.append(ESCAPED.charAt(simple));
        } else if (c >= '0' && c <= '7') {
            at--;
            value.appendCodePoint(number(8, 3));
        } else if (c == 'x' && digitsAhead(2) || c == 'u' && digitsAhead(4)) {
            value.append((char) number(16, c == 'x' ? 2 : 4));
        } else if (c == 'U' && digitsAhead(8)) {
            codePoint(value);
        } else {
            problems.report(
                    CommonCode.SYNTAX,
                    new Span(at - 2, at),
                    "'\\" + c + "' is no escape sequence",
                    "write \\\\ for a backslash, or begin the string with @ to take backslashes as they are");
            value.append('\\').append(c);
        }
    }

    private void codePoint(StringBuilder value) {
        long point = Long.parseLong(text, at, at + 8, 16);
        at += 8;
        value.appendCodePoint(Character.isValidCodePoint((int) point) ? (int) point : 0xFFFD);
    }

    private int number(int radix, int most) {
        int end = at;
        int value = 0;
        while (end < text.length() && end < at + most && Character.digit(text.charAt(end), radix) >= 0) {
            int next = value * radix + Character.digit(text.charAt(end), radix);
            if (radix == 8 && next > 0xFF) {
                break;
            }
            value = next;
            end++;
        }
        at = end;
        return value;
    }

    private boolean digitsAhead(int count) {
        for (int i = at; i < at + count; i++) {
            if (i >= text.length() || text.charAt(i) > 127 || Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean atLineEnd() {
        return at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private String unterminated(StringBuilder value) {
        problems.report(CommonCode.SYNTAX, new Span(at, at), "the string has no closing quote on its line");
        return value.toString();
    }
}

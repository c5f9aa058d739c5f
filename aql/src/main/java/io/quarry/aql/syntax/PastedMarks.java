package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.plan.Code;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.Map;
import java.util.Optional;

/**
 * Marks that a query brings along from a page or a program that it was copied out of: typographic and doubled quotes, quotes
 * and line breaks with a backslash, characters by their names in HTML.
 */
final class PastedMarks {
    /** Characters of HTML, with what they are in a query. */
    private static final Map<String, String> NAMES = Map.of(
            "&gt;", ">", "&lt;", "<", "&amp;", "&", "&nbsp;", " ", "&#39;", "'", "&apos;", "'", "&quot;", "\"", "&#34;",
            "\"");

    private static final int LONGEST_NAME = 6;

    /** Signs of print. */
    private static final Map<Character, String> OPERATORS =
            Map.of('\u2013', "-", '\u2212', "-", '\u2260', "!=", '\u2264', "<=", '\u2265', ">=");

    /** What is written in the place of a mark, and what it was: a token, or nothing but the mark itself. */
    record Found(int end, Optional<Token> token) {}

    private final Findings findings;
    private final String text;

    PastedMarks(Findings findings, String text) {
        this.findings = findings;
        this.text = text;
    }

    /** The mark at a place, with what it encloses; it is reported. */
    Optional<Found> at(int position) {
        char c = text.charAt(position);
        if (c == '\'') {
            return doubled(position);
        }
        if (isTypographic(c)) {
            return Optional.of(typographic(position));
        }
        if (c == '\\' && position + 1 < text.length()) {
            return escaped(position);
        }
        String operator = OPERATORS.get(c);
        if (operator != null) {
            report(position, String.valueOf(c), operator);
            return Optional.of(symbol(position, position + 1, operator));
        }
        return c == '&' ? named(position) : Optional.empty();
    }

    /** {@code ''text''}: an empty text with a letter right after it, and another pair of quotes in the same line. */
    private Optional<Found> doubled(int start) {
        int close = text.indexOf("''", start + 2);
        boolean isDoubled = text.startsWith("''", start)
                && start + 2 < text.length()
                && Character.isLetterOrDigit(text.charAt(start + 2))
                && close >= 0
                && close < lineEnd(start);
        if (!isDoubled) {
            return Optional.empty();
        }
        String inner = text.substring(start + 2, close);
        Span span = new Span(start, close + 2);
        findings.add(
                Repair.replace("write single quotes once", span, Expression.Text.quoted(inner)),
                AqlCode.DOUBLED_QUOTES,
                span,
                "two single quotes on either side of a text; two are an empty text, or one quote inside a text");
        return Optional.of(new Found(span.end(), Optional.of(new Token(TokenKind.TEXT, inner, start, span.end()))));
    }

    /** Reads up to the quote that closes, so that one mistake is not taken for several. */
    private Found typographic(int start) {
        boolean isDouble = isDouble(text.charAt(start));
        reportTypographic(start);
        int close = start + 1;
        int end = lineEnd(start);
        while (close < end && !(isTypographic(text.charAt(close)) && isDouble(text.charAt(close)) == isDouble)) {
            close++;
        }
        if (close == end) {
            return new Found(start + 1, Optional.empty());
        }
        reportTypographic(close);
        TokenKind kind = isDouble ? TokenKind.QUOTED_NAME : TokenKind.TEXT;
        Token token = new Token(kind, text.substring(start + 1, close), start, close + 1);
        return new Found(close + 1, Optional.of(token));
    }

    private void reportTypographic(int position) {
        char c = text.charAt(position);
        String message = "the typographic quote " + c + " does not begin a text or a name";
        Span span = new Span(position, position + 1);
        String straight = isDouble(c) ? "\"" : "'";
        findings.add(
                Repair.replace("write the straight quote", span, straight),
                AqlCode.TYPOGRAPHIC_QUOTE,
                span,
                message,
                "write " + straight);
    }

    private static boolean isDouble(char c) {
        return c == '\u201C' || c == '\u201D' || c == '\u201E' || c == '`';
    }

    private static boolean isTypographic(char c) {
        return c >= '\u2018' && c <= '\u201E' || c == '\u00B4' || c == '`';
    }

    private Optional<Found> escaped(int start) {
        char c = text.charAt(start + 1);
        String mark = text.substring(start, start + 2);
        if (c == '"' || c == '\'') {
            return Optional.of(enclosed(start, mark, String.valueOf(c)));
        }
        if (c != 'n' && c != 'r' && c != 't') {
            return Optional.empty();
        }
        Span span = new Span(start, start + 2);
        findings.add(
                Repair.replace("write a blank", span, " "),
                CommonCode.SYNTAX,
                span,
                mark + " is a line break or tab of the program that the query was copied out of");
        return Optional.of(new Found(span.end(), Optional.empty()));
    }

    private Optional<Found> named(int start) {
        String rest = text.substring(start, Math.min(text.length(), start + LONGEST_NAME));
        String name = rest.substring(0, rest.indexOf(';') + 1);
        String meant = NAMES.get(name);
        if (meant == null) {
            return Optional.empty();
        }
        int end = start + name.length();
        if (meant.equals("'") || meant.equals("\"")) {
            return Optional.of(enclosed(start, name, meant));
        }
        report(start, name, meant);
        return Optional.of(symbol(start, end, meant));
    }

    /** An operator, with the equals sign that belongs to it. */
    private Found symbol(int start, int end, String operator) {
        if (operator.isBlank()) {
            return new Found(end, Optional.empty());
        }
        boolean isLonger = (operator.equals(">") || operator.equals("<")) && text.startsWith("=", end);
        String whole = isLonger ? operator + "=" : operator;
        int last = isLonger ? end + 1 : end;
        return new Found(last, Optional.of(new Token(TokenKind.SYMBOL, whole, start, last)));
    }

    /** What stands between two marks for a quote; one without the other is taken for nothing. */
    private Found enclosed(int start, String mark, String quote) {
        report(start, mark, quote);
        int close = text.indexOf(mark, start + mark.length());
        if (close < 0 || close > lineEnd(start)) {
            return new Found(start + mark.length(), Optional.empty());
        }
        report(close, mark, quote);
        int end = close + mark.length();
        TokenKind kind = quote.equals("'") ? TokenKind.TEXT : TokenKind.QUOTED_NAME;
        return new Found(end, Optional.of(new Token(kind, text.substring(start + mark.length(), close), start, end)));
    }

    private void report(int start, String mark, String meant) {
        Code code = CommonCode.SYNTAX;
        Span span = new Span(start, start + mark.length());
        String message = mark + " came along from where the query was copied";
        findings.add(Repair.replace("write " + meant, span, meant), code, span, message, "write " + meant);
    }

    private int lineEnd(int position) {
        return Math.min(text.length(), findings.source().lineEnd(position));
    }
}

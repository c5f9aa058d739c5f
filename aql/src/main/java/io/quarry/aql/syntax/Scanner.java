package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a query into tokens. Texts stay raw: the only escape is the doubled quote, a backslash is an ordinary character.
 * Any Unicode blank separates tokens. Time is linear in the length.
 */
final class Scanner {
    /** More tokens than this are refused; a query of that size is not written by anybody. */
    private static final int MOST_TOKENS = 1_000_000;

    /** Longest first. */
    private static final List<String> SYMBOLS = List.of(
            ">>>", "::", "==", "!=", "<>", "<=", ">=", "<<", ">>", "||", "&&", "(", ")", ",", "+", "-", "*", "/", "%",
            "^", "&", "|", "#", "~", "=", "<", ">", ";", "!", ".", "[", "]", "{", "}", "?", ":", "@", "$");

    private final Findings findings;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private Scanner(Findings findings) {
        this.findings = findings;
        this.text = findings.source().text();
    }

    /** The tokens of the source; the last one is {@link TokenKind#END}. */
    static List<Token> scan(Findings findings) {
        return new Scanner(findings).scanAll();
    }

    private List<Token> scanAll() {
        while (skipBlanksAndComments()) {
            if (tokens.size() >= MOST_TOKENS) {
                findings.add(
                        CommonCode.LIMIT,
                        new Span(position, position),
                        "the query has more than " + MOST_TOKENS + " words and marks");
                break;
            }
            scanToken();
        }
        tokens.add(new Token(TokenKind.END, "", position, position));
        return tokens;
    }

    private void scanToken() {
        char c = text.charAt(position);
        if (atDoubledQuotes()) {
            doublyQuoted();
        } else if (c == '\'') {
            quoted(TokenKind.TEXT, '\'', "text");
        } else if (c == '"') {
            quoted(TokenKind.QUOTED_NAME, '"', "quoted name");
        } else if (isDigit(c) || c == '.' && isDigit(at(position + 1))) {
            number();
        } else if (startsName(c)) {
            name();
        } else if (isTypographicQuote(c)) {
            typographicQuote(c);
        } else {
            symbol();
        }
    }

    private void quoted(TokenKind kind, char quote, String what) {
        int start = position++;
        StringBuilder value = new StringBuilder();
        while (true) {
            int close = text.indexOf(quote, position);
            if (close < 0) {
                findings.add(
                        CommonCode.SYNTAX,
                        new Span(start, Math.min(text.length(), start + 1)),
                        "the " + what + " that begins here is not closed");
                value.append(text, position, text.length());
                position = text.length();
                break;
            }
            value.append(text, position, close);
            position = close + 1;
            if (at(position) != quote) {
                break;
            }
            value.append(quote);
            position++;
        }
        tokens.add(new Token(kind, value.toString(), start, position));
    }

    /** {@code ''text''}: an empty text with a letter right after it, and another pair of quotes in the same line. */
    private boolean atDoubledQuotes() {
        return text.startsWith("''", position)
                && Character.isLetterOrDigit(at(position + 2))
                && text.indexOf("''", position + 2) >= 0
                && text.indexOf("''", position + 2) < findings.source().lineEnd(position);
    }

    private void doublyQuoted() {
        int start = position;
        int close = text.indexOf("''", position + 2);
        String inner = text.substring(start + 2, close);
        position = close + 2;
        Span span = new Span(start, position);
        findings.add(
                Repair.replace("write single quotes once", span, "'" + inner.replace("'", "''") + "'"),
                AqlCode.DOUBLED_QUOTES,
                span,
                "two single quotes on either side of a text; two are an empty text, or one quote inside a text");
        tokens.add(new Token(TokenKind.TEXT, inner, start, position));
    }

    private void number() {
        int start = position;
        if (at(position) == '0' && (at(position + 1) == 'x' || at(position + 1) == 'X')) {
            position += 2;
            while (Character.digit(at(position), 16) >= 0) {
                position++;
            }
            add(TokenKind.INTEGER, start);
            return;
        }
        skipDigits();
        boolean fraction = at(position) == '.' && isDigit(at(position + 1));
        if (fraction) {
            position++;
            skipDigits();
        }
        add(fraction ? TokenKind.DECIMAL : TokenKind.INTEGER, start);
    }

    private void name() {
        int start = position;
        while (continuesName(at(position)) || at(position) == '.' && startsName(at(position + 1))) {
            position++;
        }
        add(TokenKind.NAME, start);
    }

    private void symbol() {
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, position)) {
                position += symbol.length();
                add(TokenKind.SYMBOL, position - symbol.length());
                return;
            }
        }
        int start = position;
        position += Character.charCount(text.codePointAt(position));
        findings.add(
                CommonCode.SYNTAX,
                new Span(start, position),
                "the character " + printable(text.codePointAt(start)) + " is not part of AQL");
    }

    /** Reads up to the quote that closes, so that one mistake is not taken for several. */
    private void typographicQuote(char c) {
        boolean isDouble = isDouble(c);
        int start = position;
        reportTypographic(c);
        int close = start + 1;
        int end = findings.source().lineEnd(start);
        while (close < end && !(isTypographicQuote(text.charAt(close)) && isDouble(text.charAt(close)) == isDouble)) {
            close++;
        }
        if (close < end) {
            String inner = text.substring(start + 1, close);
            position = close;
            reportTypographic(text.charAt(close));
            tokens.add(new Token(isDouble ? TokenKind.QUOTED_NAME : TokenKind.TEXT, inner, start, position));
        }
    }

    private static boolean isDouble(char c) {
        return c == '\u201C' || c == '\u201D' || c == '\u201E';
    }

    private void reportTypographic(char c) {
        String straight = isDouble(c) ? "\"" : "'";
        Span span = new Span(position, position + 1);
        findings.add(
                Repair.replace("write the straight quote", span, straight),
                AqlCode.TYPOGRAPHIC_QUOTE,
                span,
                "the typographic quote " + c + " does not begin a text or a name",
                "write " + straight);
        position++;
    }

    /** False at the end of the text. */
    private boolean skipBlanksAndComments() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (isBlank(c)) {
                position++;
            } else if (text.startsWith("/*", position)) {
                blockComment();
            } else if (text.startsWith("--", position)) {
                lineComment(AqlCode.LINE_COMMENT, 2, "whether QRadar accepts a comment after -- is not documented");
            } else if (text.startsWith("//", position) || c == '#' && firstOfLine()) {
                lineComment(AqlCode.FOREIGN_COMMENT, c == '#' ? 1 : 2, "AQL has no comment of this form");
            } else {
                return true;
            }
        }
        return false;
    }

    private void blockComment() {
        int end = text.indexOf("*/", position + 2);
        if (end < 0) {
            findings.add(
                    CommonCode.SYNTAX, new Span(position, position + 2), "the comment that begins here is not closed");
            position = text.length();
        } else {
            position = end + 2;
        }
    }

    private void lineComment(AqlCode code, int mark, String message) {
        int end = findings.source().lineEnd(position);
        Span span = new Span(position, end);
        String content = text.substring(position + mark, end).strip().replace("*/", "* /");
        Repair repair = Repair.replace("write a block comment", span, "/* " + content + " */");
        findings.add(repair, code, span, message, "write /* ... */");
        position = end;
    }

    private boolean firstOfLine() {
        int i = position - 1;
        while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i--;
        }
        return i < 0 || text.charAt(i) == '\n' || text.charAt(i) == '\r';
    }

    private void add(TokenKind kind, int start) {
        tokens.add(new Token(kind, text.substring(start, position), start, position));
    }

    private void skipDigits() {
        while (isDigit(at(position))) {
            position++;
        }
    }

    private char at(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean startsName(char c) {
        return Character.isLetter(c) || c == '_';
    }

    private static boolean continuesName(char c) {
        return startsName(c) || isDigit(c);
    }

    /** Blanks of every kind: text pasted from pages carries U+00A0, zero-width blanks and byte order marks. */
    private static boolean isBlank(char c) {
        return c <= ' ' && c != '\0'
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\u200B'
                || c == '\uFEFF';
    }

    private static boolean isTypographicQuote(char c) {
        return c >= '\u2018' && c <= '\u201E' || c == '\u00B4' || c == '`';
    }

    private static String printable(int codePoint) {
        String code = String.format(java.util.Locale.ROOT, "U+%04X", codePoint);
        return Character.isISOControl(codePoint) ? code : "'" + Character.toString(codePoint) + "' (" + code + ")";
    }
}

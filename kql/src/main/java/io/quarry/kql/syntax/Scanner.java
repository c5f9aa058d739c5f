package io.quarry.kql.syntax;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.Problems;
import io.quarry.kql.syntax.Token.Kind;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Span;
import java.util.Optional;

/** Cuts a KQL text into tokens, one call a token, in time linear in the text. A character
 * that has no place in a query becomes a symbol that no production takes. */
final class Scanner {
    private static final int GUID_LENGTH = 36;

    private final String text;
    private final Problems problems;
    private final ForeignMarks foreign;
    private int at;

    Scanner(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
        this.foreign = new ForeignMarks(text, problems);
    }

    /** The next token; {@link Kind#END} at the end, as often as it is asked for. */
    Token next() {
        skipBlanksAndComments();
        return at < text.length() ? scan() : Token.of(Kind.END, new Span(text.length(), text.length()), "");
    }

    private void skipBlanksAndComments() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isBlank(c)) {
                at++;
            } else if (c == '/' && charAt(at + 1) == '/') {
                while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                    at++;
                }
            } else {
                Optional<Integer> end = foreign.commentEnd(at);
                if (end.isEmpty()) {
                    return;
                }
                at = end.get();
            }
        }
    }

    /** Published queries hold no-break, narrow no-break and zero-width spaces, which the platform takes for blanks too. */
    private static boolean isBlank(char c) {
        return c == ' '
                || c == '\t'
                || c == '\n'
                || c == '\f'
                || c == '\r'
                || c > '~'
                        && (Character.getType(c) == Character.SPACE_SEPARATOR
                                || c == '\u180E'
                                || c == '\u200B'
                                || c == '\uFEFF');
    }

    private Token scan() {
        char c = text.charAt(at);
        if (isDigit(c) || isHexLetter(c) && guidAhead()) {
            return guidAhead() ? guid() : numeric();
        }
        if ((c == 'h' || c == 'H') && stringAhead(at + 1)) {
            Span mark = new Span(at, ++at);
            Token string = string();
            return new Token(string.kind(), mark.to(string.span()), string.text(), string.type(), string.value());
        }
        if (isNameStart(c)) {
            return name();
        }
        if (stringAhead(at)) {
            return string();
        }
        if (foreign.isQuote(at)) {
            Token string = foreign.string(at);
            at = string.span().end();
            return string;
        }
        return symbol(c);
    }

    private Token name() {
        int start = at++;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        int open = at;
        while (open < text.length() && isBlank(text.charAt(open))) {
            open++;
        }
        if (charAt(open) == '(') {
            Type type = TypeNames.literalType(name);
            if (type != null) {
                return typedLiteral(start, open, type);
            }
        }
        return Token.of(Kind.NAME, new Span(start, at), name);
    }

    private Token typedLiteral(int start, int open, Type type) {
        int close = text.indexOf(')', open);
        if (close < 0) {
            at = text.length();
            problems.report(CommonCode.SYNTAX, new Span(at, at), "the literal has no closing parenthesis");
            return new Token(Kind.TYPED_LITERAL, new Span(start, at), "null", type, null);
        }
        at = close + 1;
        return new Token(
                Kind.TYPED_LITERAL,
                new Span(start, at),
                text.substring(open + 1, close).strip(),
                type,
                null);
    }

    private Token numeric() {
        NumberScanner number = new NumberScanner(text, at);
        Token token = number.scan();
        at = token.span().end();
        if (number.isOutOfRange()) {
            problems.report(CommonCode.SYNTAX, token.span(), "the number does not fit into 64 bits");
        }
        return token;
    }

    private boolean guidAhead() {
        if (at + GUID_LENGTH > text.length() || text.charAt(at + 8) != '-') {
            return false;
        }
        for (int i = 0; i < GUID_LENGTH; i++) {
            char c = text.charAt(at + i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : !isDigit(c) && !isHexLetter(c)) {
                return false;
            }
        }
        return at + GUID_LENGTH == text.length() || !isNamePart(text.charAt(at + GUID_LENGTH));
    }

    private Token guid() {
        Span span = new Span(at, at + GUID_LENGTH);
        at += GUID_LENGTH;
        return new Token(Kind.TYPED_LITERAL, span, text.substring(span.start(), span.end()), Type.GUID, null);
    }

    private boolean stringAhead(int from) {
        char c = charAt(from);
        return c == '"'
                || c == '\''
                || c == '@' && (charAt(from + 1) == '"' || charAt(from + 1) == '\'')
                || (c == '`' || c == '~') && text.startsWith(c == '`' ? "```" : "~~~", from);
    }

    private Token string() {
        StringScanner scanner = new StringScanner(text, at, problems);
        Token token = scanner.scan();
        at = token.span().end();
        return token;
    }

    private Token symbol(char c) {
        int start = at;
        String symbol = Symbols.at(text, at);
        if (symbol != null) {
            at += symbol.length();
            return Token.of(Kind.SYMBOL, new Span(start, at), symbol);
        }
        at += Character.charCount(text.codePointAt(at));
        return Token.of(Kind.SYMBOL, new Span(start, at), text.substring(start, at));
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHexLetter(char c) {
        return c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
    }

    static boolean isNamePart(char c) {
        return isNameStart(c) && c != '$' || isDigit(c);
    }
}

package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a query into tokens. Texts stay raw: the only escape is the doubled quote, a backslash is an ordinary character.
 * Any Unicode blank separates tokens. A placeholder that is given a value becomes a literal. Time is linear in the length.
 */
final class Scanner {
    /** More tokens than this are refused; a query of that size is not written by anybody. */
    private static final int MOST_TOKENS = 1_000_000;

    /** Longest first. */
    private static final List<String> SYMBOLS = List.of(
            ">>>", "::", "==", "!=", "<>", "<=", ">=", "<<", ">>", "||", "&&", "(", ")", ",", "+", "-", "*", "/", "%",
            "^", "&", "|", "#", "~", "=", "<", ">", ";", "!", ".", "[", "]", "{", "}", "?", ":", "@", "$");

    /** One word, up to the end of the text or to what can only be a clause. */
    private static final Pattern WORD_BEFORE_CLAUSE = Pattern.compile(
            "[^\\s'\"]+(?=\\s*$|\\s+(?:LAST\\s+[0-9]+\\s+[A-Z]+|START\\s+[0-9']|GROUP\\s+BY\\s|ORDER\\s+BY\\s|LIMIT\\s+[0-9]))",
            Pattern.CASE_INSENSITIVE);

    /** The words behind which an operand is expected. */
    private static final Set<String> BEFORE_OPERAND = Set.of(
            "SELECT",
            "FROM",
            "WHERE",
            "AND",
            "OR",
            "NOT",
            "IN",
            "LIKE",
            "ILIKE",
            "MATCHES",
            "IMATCHES",
            "BETWEEN",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "IF",
            "BY",
            "HAVING",
            "LIMIT",
            "LAST",
            "START",
            "STOP",
            "SEARCH");

    private final Findings findings;
    private final Map<String, String> values;
    private final String text;
    private final Set<String> unused;
    private final List<Token> tokens = new ArrayList<>();
    private final PastedMarks pasted;
    private int position;

    private Scanner(Findings findings, Map<String, String> values) {
        this.findings = findings;
        this.values = values;
        this.unused = new TreeSet<>(values.keySet());
        QueryExtent extent = QueryExtent.of(findings);
        this.text = findings.source().text().substring(0, extent.to());
        this.position = extent.from();
        this.pasted = new PastedMarks(findings, text);
    }

    /**
     * The tokens of the source; the last one is {@link TokenKind#END}.
     *
     * @param values what is given for placeholders, by their names
     */
    static List<Token> scan(Findings findings, Map<String, String> values) {
        return new Scanner(findings, values).scanAll();
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
        for (String name : unused) {
            findings.add(AqlCode.TEMPLATE_VALUE, new Span(0, 0), "the query holds no placeholder '" + name + "'");
        }
        return tokens;
    }

    private void scanToken() {
        char c = text.charAt(position);
        Optional<Placeholder> placeholder = Placeholder.at(text, position, expectsOperand());
        Optional<PastedMarks.Found> mark = pasted.at(position);
        if (placeholder.isPresent()) {
            placeholder(placeholder.get());
        } else if (mark.isPresent()) {
            position = mark.get().end();
            mark.get().token().ifPresent(tokens::add);
        } else if (c == '\'') {
            quoted(TokenKind.TEXT, '\'', "text");
        } else if (c == '"') {
            quoted(TokenKind.QUOTED_NAME, '"', "quoted name");
        } else if (isDigit(c) || c == '.' && isDigit(at(position + 1))) {
            number();
        } else if (startsName(c)) {
            name();
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
                unclosed(kind, start, what);
                return;
            }
            value.append(text, position, close);
            position = close + 1;
            if (at(position) != quote) {
                break;
            }
            value.append(quote);
            position++;
        }
        boolean mayHold = kind == TokenKind.TEXT && !values.isEmpty();
        String meant = mayHold ? Placeholder.filled(value.toString(), this::value) : value.toString();
        tokens.add(new Token(kind, meant, start, position));
    }

    /** Reads a quote without a second one; where it is clear where that is missing, as if it were there. */
    private void unclosed(TokenKind kind, int start, String what) {
        Span mark = new Span(start, start + 1);
        String quote = text.substring(start, start + 1);
        if (kind == TokenKind.TEXT && endsWord(start)) {
            Token word = tokens.remove(tokens.size() - 1);
            String message = "the text that ends here does not begin with a quote";
            Repair repair = Repair.replace("insert the quote", new Span(word.start(), word.start()), quote);
            findings.add(repair, CommonCode.SYNTAX, mark, message);
            position = start + 1;
            tokens.add(new Token(kind, word.text(), word.start(), position));
            return;
        }
        String message = "the " + what + " that begins here is not closed";
        Matcher word = WORD_BEFORE_CLAUSE.matcher(text).region(start + 1, text.length());
        if (word.lookingAt()) {
            position = word.end();
            Repair repair = Repair.replace("close it", new Span(position, position), quote);
            findings.add(repair, CommonCode.SYNTAX, mark, message);
        } else {
            findings.add(CommonCode.SYNTAX, mark, message, "write " + quote + " where it ends");
            position = text.length();
        }
        tokens.add(new Token(kind, text.substring(start + 1, position), start, position));
    }

    /** True for a quote right behind a word that stands where an operand does. */
    private boolean endsWord(int quote) {
        if (tokens.isEmpty() || tokens.get(tokens.size() - 1).end() != quote) {
            return false;
        }
        Token word = tokens.remove(tokens.size() - 1);
        boolean isOperand = word.kind() == TokenKind.NAME && expectsOperand();
        tokens.add(word);
        return isOperand;
    }

    private void placeholder(Placeholder placeholder) {
        int start = position;
        position += placeholder.written().length();
        Optional<String> given = value(placeholder.name());
        if (given.isEmpty()) {
            add(TokenKind.PLACEHOLDER, start);
            return;
        }
        String value = given.get();
        if (!tokens.isEmpty()
                && tokens.get(tokens.size() - 1).is("LAST")
                && TimeUnits.millis(value).isPresent()) {
            String[] span = value.strip().split("\\s+");
            tokens.add(new Token(TokenKind.INTEGER, span[0], start, position));
            tokens.add(new Token(TokenKind.NAME, span[1], start, position));
            return;
        }
        tokens.add(literal(value, start));
    }

    private Optional<String> value(String name) {
        unused.remove(name);
        return Optional.ofNullable(values.get(name));
    }

    /** What is given for a placeholder: a number if it is written as one, else a text, from whose quotes it is freed. */
    private Token literal(String value, int start) {
        if (value.matches("0|[1-9][0-9]{0,17}")) {
            return new Token(TokenKind.INTEGER, value, start, position);
        }
        if (value.matches("(0|[1-9][0-9]{0,17})\\.[0-9]{0,17}[1-9]")) {
            return new Token(TokenKind.DECIMAL, value, start, position);
        }
        boolean isQuoted = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
        String plain = isQuoted ? value.substring(1, value.length() - 1).replace("''", "'") : value;
        return new Token(TokenKind.TEXT, plain, start, position);
    }

    /** False behind a value or a name, where an operator is expected. */
    private boolean expectsOperand() {
        if (tokens.isEmpty()) {
            return true;
        }
        Token last = tokens.get(tokens.size() - 1);
        return switch (last.kind()) {
            case NAME -> BEFORE_OPERAND.contains(last.keyword());
            case SYMBOL -> !last.isSymbol(")") && !last.isSymbol("]");
            case TEXT, QUOTED_NAME, INTEGER, DECIMAL, PLACEHOLDER, END -> false;
        };
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
                    CommonCode.SYNTAX,
                    new Span(position, position + 2),
                    "the comment that begins here is not closed",
                    "write */ where it ends");
            position = text.length();
        } else {
            position = end + 2;
        }
    }

    private void lineComment(AqlCode code, int mark, String message) {
        int end = Math.min(text.length(), findings.source().lineEnd(position));
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

    private static String printable(int codePoint) {
        String code = String.format(java.util.Locale.ROOT, "U+%04X", codePoint);
        return Character.isISOControl(codePoint) ? code : "'" + Character.toString(codePoint) + "' (" + code + ")";
    }
}

package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.Findings;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tokens of a query with a place in them, and the means to report what does not fit and to go on after it. */
final class TokenStream {
    /** The words that begin a clause; none of them is a name where an operand is expected. */
    private static final Set<String> CLAUSES =
            Set.of("FROM", "INTO", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "PARAMETERS", "UNION");

    /** The words after a bar in KQL and SPL. */
    private static final Set<String> STEPS = Set.of(
            "WHERE",
            "PROJECT",
            "EXTEND",
            "SUMMARIZE",
            "JOIN",
            "TAKE",
            "LIMIT",
            "COUNT",
            "DISTINCT",
            "ORDER",
            "SORT",
            "TOP",
            "UNION",
            "PARSE",
            "EVALUATE",
            "RENDER",
            "SEARCH",
            "STATS",
            "EVAL",
            "TABLE",
            "FIELDS",
            "REX");

    private final Findings findings;
    private final List<Token> tokens;
    private final BitSet keywords = new BitSet();
    private int index;

    TokenStream(Findings findings, List<Token> tokens) {
        this.findings = findings;
        this.tokens = tokens;
    }

    Findings findings() {
        return findings;
    }

    Token peek() {
        return tokens.get(index);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(index + ahead, tokens.size() - 1));
    }

    /** The token before the one at hand; the first one if there is none. */
    Token previous() {
        return tokens.get(Math.max(0, index - 1));
    }

    Token next() {
        Token token = tokens.get(index);
        if (token.kind() != TokenKind.END) {
            index++;
        }
        return token;
    }

    /** Takes a token for a word of the grammar, not for a name. */
    Token nextKeyword() {
        keywords.set(index);
        return next();
    }

    /** True if the token of that number has been taken for a word of the grammar. */
    boolean isKeyword(int token) {
        return keywords.get(token);
    }

    /** Where the last token that was taken ends. */
    int lastEnd() {
        return index == 0 ? 0 : tokens.get(index - 1).end();
    }

    /** True if nothing stands between the last token that was taken and this one. */
    boolean isJoined() {
        return !atEnd() && peek().start() == lastEnd();
    }

    Span since(int start) {
        return new Span(start, Math.max(start, lastEnd()));
    }

    boolean atEnd() {
        return peek().kind() == TokenKind.END;
    }

    boolean at(String keyword) {
        return peek().is(keyword);
    }

    boolean at(String first, String second) {
        return peek().is(first) && peek(1).is(second);
    }

    boolean atSymbol(String symbol) {
        return peek().isSymbol(symbol);
    }

    /** True where a clause begins, or the query ends. */
    boolean atClause() {
        return atEnd() || CLAUSES.contains(peek().keyword()) || atTimeClause() || at("SESSION", "BY");
    }

    /** True if the token at hand is the last one of a condition. */
    boolean endsBehindThis() {
        index++;
        boolean ends = atClause() || at("AND") || at("OR") || atSymbol(")");
        index--;
        return ends;
    }

    /** {@code LAST 5 MINUTES}, {@code START ...} or {@code TIMES ...}, not the aggregate or a column of that name. */
    boolean atTimeClause() {
        Token second = peek(1);
        return at("LAST")
                        && (second.kind() == TokenKind.INTEGER
                                || second.kind() == TokenKind.PLACEHOLDER
                                || second.kind() == TokenKind.TEXT
                                || second.kind() == TokenKind.QUOTED_NAME
                                || second.kind() == TokenKind.DECIMAL
                                || second.isSymbol("-")
                                        && peek(2).kind() == TokenKind.INTEGER
                                        && TimeUnits.isUnit(peek(3).text())
                                || second.kind() == TokenKind.NAME && TimeUnits.isUnit(second.text()))
                || (at("START") || at("STOP"))
                        && (second.kind() == TokenKind.TEXT
                                || second.kind() == TokenKind.INTEGER
                                || second.kind() == TokenKind.PLACEHOLDER
                                || second.kind() == TokenKind.QUOTED_NAME
                                        && second.text().matches("[0-9].*")
                                || second.is("PARSEDATETIME")
                                || second.is("NOW"))
                || at("TIMES", "OFFENSE_TIME");
    }

    /** True if the parentheses after this token hold more than one item. */
    boolean atListInParentheses() {
        return hasListAt(index + 1);
    }

    private boolean hasListAt(int parenthesis) {
        int depth = 0;
        for (int i = parenthesis; tokens.get(i).kind() != TokenKind.END; i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0 || depth == 1 && tokens.get(i).isSymbol(",")) {
                return depth == 1;
            }
        }
        return false;
    }

    /** True if the parentheses that begin here hold more than one item. */
    boolean atList() {
        return hasListAt(index);
    }

    /** Where LIMIT of the query at hand belongs; empty if it has one. */
    Optional<Integer> placeOfLimit() {
        int depth = 0;
        for (int i = index; ; i++) {
            Token token = tokens.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            boolean isTime = token.is("LAST") && tokens.get(i + 1).kind() == TokenKind.INTEGER
                    || token.is("START") && tokens.get(i + 1).kind() != TokenKind.SYMBOL
                    || token.is("PARAMETERS");
            if (depth == 0 && token.is("LIMIT")) {
                return Optional.empty();
            }
            if (depth < 0 || token.kind() == TokenKind.END || depth == 0 && (isTime || token.isSymbol(";"))) {
                return Optional.of(tokens.get(i - 1).end());
            }
        }
    }

    /** Where the outermost query ends. */
    int endOfQuery() {
        int end = lastEnd();
        for (int i = index; ; i++) {
            Token token = tokens.get(i);
            if (token.kind() == TokenKind.END || token.isSymbol(";") || token.is("UNION")) {
                return end;
            }
            end = token.end();
        }
    }

    /** True if the last text of the query is not closed. */
    boolean leavesTextOpen() {
        Token last = tokens.get(Math.max(0, tokens.size() - 2));
        return last.kind() == TokenKind.TEXT
                && (last.end() - last.start() == 1 || findings.source().text().charAt(last.end() - 1) != '\'');
    }

    /** True if a bar is followed by a step of a piped language. */
    boolean atStep() {
        return atSymbol("|") && STEPS.contains(peek(1).keyword());
    }

    /** True if a step of a language with pipes stands somewhere behind. */
    boolean looksPiped() {
        for (int i = index; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isSymbol("|") && STEPS.contains(tokens.get(i + 1).keyword())) {
                return true;
            }
        }
        return false;
    }

    boolean accept(String keyword) {
        boolean found = at(keyword);
        if (found) {
            nextKeyword();
        }
        return found;
    }

    boolean accept(String first, String second) {
        boolean found = at(first, second);
        if (found) {
            nextKeyword();
            nextKeyword();
        }
        return found;
    }

    boolean acceptSymbol(String symbol) {
        boolean found = atSymbol(symbol);
        if (found) {
            next();
        }
        return found;
    }

    void expect(String keyword, String where) {
        if (!accept(keyword)) {
            throw unexpected(keyword + " " + where);
        }
    }

    /** Takes a comma; false, and reported, if what comes after it is no further item. */
    boolean acceptComma() {
        if (!atSymbol(",")) {
            return false;
        }
        Span comma = next().span();
        if (!atClause() && !atTimeClause() && !atSymbol(")") && !atEnd()) {
            return true;
        }
        findings.add(
                Repair.replace("remove the comma", comma, ""),
                CommonCode.SYNTAX,
                comma,
                "found " + peek().shown() + " after a comma, where a value belongs");
        return false;
    }

    void expectSymbol(String symbol, String where) {
        if (!acceptSymbol(symbol)) {
            throw unexpected("'" + symbol + "' " + where);
        }
    }

    /** The placeholder that stands here and is given no value; it is taken then. */
    Optional<Placeholder> acceptPlaceholder() {
        return peek().kind() == TokenKind.PLACEHOLDER ? Placeholder.of(next().text()) : Optional.empty();
    }

    /**
     * Takes the parenthesis that closes. Where the query goes on with another clause it is reported as missing.
     *
     * @param open the parenthesis that it closes
     * @param isClear true if it is missing here, if anywhere
     */
    void close(Span open, boolean isClear, String where) {
        if (acceptSymbol(")")) {
            return;
        }
        if (!atClause() && !at("AS") && !atSymbol(";")) {
            throw unexpected("')' " + where);
        }
        String message = "the parenthesis that opens here is not closed";
        if (isClear) {
            Span end = new Span(lastEnd(), lastEnd());
            findings.add(Repair.replace("close it", end, ")"), CommonCode.SYNTAX, open, message);
        } else {
            findings.add(CommonCode.SYNTAX, open, message, "write ) where it ends");
        }
    }

    /** Reports the token at hand. */
    SyntaxStop unexpected(String expected, String... hints) {
        if (peek().kind() == TokenKind.PLACEHOLDER) {
            Placeholder.of(peek().text()).orElseThrow().refuse(findings, peek().span(), expected);
            return new SyntaxStop(SyntaxStop.Reach.RECOVER);
        }
        boolean breaksOff = atEnd() && hints.length == 0;
        String message = "found " + peek().shown() + " where " + expected + " belongs";
        String[] all = breaksOff ? new String[] {"the query breaks off here"} : hints;
        findings.add(CommonCode.SYNTAX, peek().span(), message, all);
        return new SyntaxStop(SyntaxStop.Reach.RECOVER);
    }

    /** Skips what stands in the parentheses that begin here, and them. */
    void skipParentheses() {
        int depth = 0;
        do {
            depth += atSymbol("(") ? 1 : atSymbol(")") ? -1 : 0;
            next();
        } while (depth > 0 && !atEnd());
    }

    /** Skips to a token of one of these words or symbols, to a clause, or to what closes the parenthesis around. */
    void skipTo(String... stops) {
        int depth = 0;
        while (!atEnd()) {
            if (atSymbol("(")) {
                depth++;
            } else if (atSymbol(")")) {
                if (depth == 0) {
                    return;
                }
                depth--;
            } else if (depth == 0 && (atClause() || atStop(stops))) {
                return;
            }
            next();
        }
    }

    private boolean atStop(String[] stops) {
        for (String stop : stops) {
            if (at(stop) || atSymbol(stop)) {
                return true;
            }
        }
        return false;
    }
}

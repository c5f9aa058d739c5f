package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tests of a value as other languages write them. They are reported, and read as what they mean where that is clear. */
final class ForeignPredicates {
    /** Operators for parts of texts: where the part stands, with * for any text. */
    private static final Map<String, String> PARTS = Map.of(
            "CONTAINS", "*%s*",
            "STARTSWITH", "%s*",
            "STARTS_WITH", "%s*",
            "ENDSWITH", "*%s",
            "ENDS_WITH", "*%s");

    private static final Map<String, BinaryOperator> COMPARISONS = Map.of(
            "EQ", BinaryOperator.EQUAL,
            "EQUALS", BinaryOperator.EQUAL,
            "NE", BinaryOperator.NOT_EQUAL,
            "NEQ", BinaryOperator.NOT_EQUAL,
            "GT", BinaryOperator.GREATER,
            "GTE", BinaryOperator.GREATER_OR_EQUAL,
            "LT", BinaryOperator.LESS,
            "LTE", BinaryOperator.LESS_OR_EQUAL);

    /** Operators that are not read on, with what to write instead. */
    private static final Map<String, String> OTHERS = Map.of(
            "HAS", "x ILIKE '%word%' finds it inside of other words, too",
            "HAS_ANY", "write (x ILIKE '%a%' OR x ILIKE '%b%')",
            "HAS_ALL", "write (x ILIKE '%a%' AND x ILIKE '%b%')",
            "REGEXP_MATCH", "write MATCHES '.*part.*'",
            "REGEX", "write MATCHES '.*part.*'",
            "GLOB", "write LIKE '%part%'",
            "SEARCH", "write TEXT SEARCH 'words' as the first of the conditions",
            "INCIDR", "write INCIDR('range', address)",
            "CIDR", "write INCIDR('range', address)");

    /** Operators whose second half has been read for itself. */
    private static final Map<String, String> HALVES =
            Map.of("=>", ">=", "=<", "<=", "===", "=", "!==", "!=", ":=", "=");

    /** Operators in two parts with a blank between. */
    private static final Map<String, String> APART = Map.of(">=", ">=", "<=", "<=", "<>", "!=");

    private static final Set<String> ABSENT = Set.of("EMPTY", "BLANK", "MISSING", "NONE");

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    ForeignPredicates(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** A test after a value, or after NOT behind one; empty if none of other languages stands here. */
    Optional<Expression> predicate(Expression operand, int start, int operatorStart, boolean negated) {
        Token word = tokens.peek();
        if (negated && word.is("NULL")) {
            tokens.nextKeyword();
            report(new Span(operatorStart, word.end()), "NOT NULL", "IS NOT NULL");
            return Optional.of(new Expression.IsNull(tokens.since(start), true, operand));
        }
        if (negated && word.isSymbol("=")) {
            Span operator = new Span(operatorStart, tokens.next().end());
            report(operator, "NOT =", "!=");
            return Optional.of(compared(operand, start, BinaryOperator.NOT_EQUAL, operator));
        }
        if (!negated && word.is("EXISTS")) {
            tokens.next();
            report(word.span(), word.text(), "IS NOT NULL");
            return Optional.of(new Expression.IsNull(tokens.since(start), true, operand));
        }
        boolean isFollowed = isValue(tokens.peek(1));
        if (!negated && isFollowed && COMPARISONS.containsKey(word.keyword())) {
            BinaryOperator operator = COMPARISONS.get(word.keyword());
            report(tokens.next().span(), word.text(), operator.symbol());
            return Optional.of(compared(operand, start, operator, word.span()));
        }
        if (PARTS.containsKey(word.keyword()) && isFollowed) {
            return Optional.of(part(operand, start, operatorStart, negated));
        }
        if (OTHERS.containsKey(word.keyword()) && (isFollowed || tokens.peek(1).isSymbol("("))) {
            tokens.next();
            expressions.value();
            return Optional.of(unread(start, word, OTHERS.get(word.keyword())));
        }
        return negated ? Optional.empty() : regexSign(start);
    }

    /** {@code x ~* 'regex'} and {@code x !~ 'regex'}. */
    private Optional<Expression> regexSign(int start) {
        int length = tokens.atSymbol("!") && tokens.peek(1).isSymbol("~") ? 2 : tokens.atSymbol("~") ? 1 : 0;
        length += tokens.peek(length).isSymbol("*") ? 1 : 0;
        if (length == 0 || tokens.peek(length).kind() != TokenKind.TEXT) {
            return Optional.empty();
        }
        int sign = tokens.peek().start();
        for (int i = 0; i < length; i++) {
            tokens.next();
        }
        Span span = tokens.since(sign);
        tokens.next();
        String written = tokens.findings().source().slice(span);
        String hint = "write " + (written.startsWith("!") ? "NOT " : "") + (written.endsWith("*") ? "I" : "")
                + "MATCHES '.*part.*'";
        tokens.findings().add(AqlCode.FOREIGN_OPERATOR, span, written + " is not an operator of AQL", hint);
        return Optional.of(new Expression.Faulty(tokens.since(start)));
    }

    private static boolean isValue(Token token) {
        return switch (token.kind()) {
            case TEXT, QUOTED_NAME, INTEGER, DECIMAL, NAME, PLACEHOLDER -> true;
            case SYMBOL, END -> false;
        };
    }

    private Expression compared(Expression operand, int start, BinaryOperator operator, Span span) {
        Expression right = expressions.value();
        return new Expression.Binary(tokens.since(start), operator, span, operand, right);
    }

    /** {@code x CONTAINS 'part'} and its kin. */
    private Expression part(Expression operand, int start, int operatorStart, boolean negated) {
        Token word = tokens.next();
        Token part = tokens.peek();
        Expression value = expressions.value();
        if (!(value instanceof Expression.Text)) {
            return unread(start, word, "STRPOS(x, part) says where a part is, from zero; -1 where it is absent");
        }
        boolean isPlain = part.text().chars().noneMatch(c -> c == '%' || c == '_');
        String place = PARTS.get(word.keyword());
        String pattern = isPlain
                ? String.format(place.replace("*", "%%"), part.text())
                : "(?s)" + String.format(place.replace("*", ".*"), RegexLiteral.of(part.text()));
        MatchOperator operator = isPlain ? MatchOperator.ILIKE : MatchOperator.IMATCHES;
        String written = operator.keyword() + " '" + pattern.replace("'", "''") + "'";
        tokens.findings()
                .add(
                        Repair.replace("write the pattern", new Span(word.start(), part.end()), written),
                        AqlCode.FOREIGN_OPERATOR,
                        word.span(),
                        word.text() + " is not an operator of AQL",
                        "write " + written);
        return new Expression.Match(
                tokens.since(start),
                operator,
                new Span(operatorStart, word.end()),
                negated,
                operand,
                List.of(new Expression.Text(part.span(), pattern)));
    }

    private Expression unread(int start, Token word, String hint) {
        tokens.findings().add(AqlCode.FOREIGN_OPERATOR, word.span(), word.text() + " is not an operator of AQL", hint);
        return new Expression.Faulty(tokens.since(start));
    }

    /** What follows the first half of {@code =>}, {@code ===} or {@code =~}. */
    void restOfComparison(Span operator) {
        String first = tokens.findings().source().slice(operator);
        String whole = first + tokens.peek().text();
        boolean isApart = !tokens.isJoined() && APART.containsKey(whole);
        if (tokens.peek().kind() != TokenKind.SYMBOL || !tokens.isJoined() && !isApart) {
            return;
        }
        Span span = new Span(operator.start(), tokens.peek().end());
        Map<String, String> known = isApart ? APART : HALVES;
        if (known.containsKey(whole)) {
            tokens.next();
            report(span, tokens.findings().source().slice(span), known.get(whole));
        } else if (whole.equals("=~") && tokens.peek(1).kind() == TokenKind.TEXT) {
            tokens.next();
            report(span, whole, "ILIKE");
        }
    }

    /** The value of {@code IS 'x'}, behind {@code IS} and perhaps {@code NOT}. */
    Expression is(Expression operand, int start, Span is, boolean negated) {
        Token value = tokens.peek();
        if (ABSENT.contains(value.keyword())) {
            tokens.next();
            String written = negated ? "IS NOT " : "IS ";
            report(new Span(is.start(), value.end()), written + value.text(), written + "NULL");
            return new Expression.IsNull(tokens.since(start), negated, operand);
        }
        if (!isValue(value) || tokens.atClause()) {
            throw tokens.unexpected("NULL after IS");
        }
        BinaryOperator operator = negated ? BinaryOperator.NOT_EQUAL : BinaryOperator.EQUAL;
        report(is, negated ? "IS NOT before a value" : "IS before a value", operator.symbol());
        return compared(operand, start, operator, is);
    }

    /** {@code LIKE 'a!%' ESCAPE '!'}: what the escape means can be said by a regular expression. */
    void escape(Expression operand, int start, MatchOperator operator, boolean negated, List<Expression> patterns) {
        boolean isLike = operator == MatchOperator.LIKE || operator == MatchOperator.ILIKE;
        boolean isEscape = isLike
                && tokens.at("ESCAPE")
                && tokens.peek(1).kind() == TokenKind.TEXT
                && tokens.peek(1).text().length() == 1
                && patterns.size() == 1
                && patterns.get(0) instanceof Expression.Text;
        if (!isEscape) {
            return;
        }
        Span word = tokens.next().span();
        char escape = tokens.next().text().charAt(0);
        String regex = regex(((Expression.Text) patterns.get(0)).value(), escape);
        String matches = operator == MatchOperator.LIKE ? "MATCHES" : "IMATCHES";
        String written = matches + " '" + regex.replace("'", "''") + "'";
        String value = tokens.findings().source().slice(operand.span());
        tokens.findings()
                .add(
                        Repair.replace(
                                "write a regular expression",
                                tokens.since(start),
                                value + (negated ? " NOT " : " ") + written),
                        AqlCode.FOREIGN_CLAUSE,
                        word,
                        "nothing escapes in " + operator.keyword() + ": % and _ always stand for any characters",
                        "write " + written);
    }

    private static String regex(String pattern, char escape) {
        StringBuilder regex = new StringBuilder("(?s)");
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean isEscaped = c == escape && i + 1 < pattern.length();
            char meant = isEscaped ? pattern.charAt(++i) : c;
            if (!isEscaped && (c == '%' || c == '_')) {
                regex.append(c == '%' ? ".*" : ".");
            } else {
                regex.append(RegexLiteral.of(String.valueOf(meant)));
            }
        }
        return regex.toString();
    }

    /** The {@code AND} of BETWEEN; a comma or TO in its place is reported. */
    void and() {
        Token word = tokens.peek();
        if (!word.isSymbol(",") && !word.is("TO")) {
            tokens.expect("AND", "after the lower bound of BETWEEN");
            return;
        }
        tokens.next();
        tokens.findings()
                .correct(
                        CommonCode.SYNTAX,
                        word.span(),
                        "found " + word.shown() + " where AND after the lower bound of BETWEEN belongs",
                        word.isSymbol(",") ? " AND" : "AND");
    }

    /** The sign of other languages for equality before a value; the next token is it then. */
    Optional<BinaryOperator> equality() {
        if (!tokens.atSymbol(":")) {
            return Optional.empty();
        }
        Span sign = tokens.peek().span();
        if (tokens.peek(1).isSymbol("=") && tokens.peek(1).start() == sign.end()) {
            return Optional.of(BinaryOperator.EQUAL);
        }
        if (!isValue(tokens.peek(1))) {
            return Optional.empty();
        }
        report(sign, ":", " =");
        return Optional.of(BinaryOperator.EQUAL);
    }

    /** Takes {@code !} before the word of a test, as in {@code !contains}; reported. */
    boolean acceptNegation() {
        boolean isNegation = tokens.atSymbol("!")
                && (tokens.peek(1).isAnyOf("IN", "LIKE", "ILIKE", "MATCHES", "IMATCHES", "BETWEEN")
                        || PARTS.containsKey(tokens.peek(1).keyword()));
        if (isNegation) {
            report(tokens.next().span(), "!", "NOT ");
        }
        return isNegation;
    }

    /** Comparisons one after the other, {@code 1 < x < 5}: each holds. */
    Expression chain(Span span, List<Expression> comparisons) {
        String all = comparisons.stream()
                .map(one -> tokens.findings().source().slice(one.span()))
                .collect(Collectors.joining(" AND ", "(", ")"));
        tokens.findings()
                .correct(AqlCode.FOREIGN_OPERATOR, span, "one comparison follows another without AND between", all);
        return new Expression.Logical(span, Connective.AND, comparisons);
    }

    /** The two ends of {@code BETWEEN 1 - 5}; empty if {@code AND} follows, or no such thing has been read. */
    Optional<Expression.Binary> bounds(Expression low) {
        boolean isRange = low instanceof Expression.Binary difference
                && difference.operator() == BinaryOperator.SUBTRACT
                && difference.left() instanceof Expression.Whole
                && difference.right() instanceof Expression.Whole
                && !tokens.at("AND");
        if (!isRange) {
            return Optional.empty();
        }
        Expression.Binary range = (Expression.Binary) low;
        tokens.findings()
                .correct(
                        CommonCode.SYNTAX,
                        range.operatorSpan(),
                        "found - where AND after the lower bound of BETWEEN belongs",
                        tokens.findings()
                                                .source()
                                                .text()
                                                .charAt(range.operatorSpan().start() - 1)
                                        == ' '
                                ? "AND"
                                : " AND ");
        return Optional.of(range);
    }

    /** True, and reported, where the next item of a list follows without a comma. */
    boolean acceptMissingComma() {
        TokenKind kind = tokens.peek().kind();
        if (kind != TokenKind.TEXT && kind != TokenKind.INTEGER && kind != TokenKind.DECIMAL) {
            return false;
        }
        int end = tokens.lastEnd();
        tokens.findings()
                .add(
                        Repair.replace("insert a comma", new Span(end, end), ","),
                        CommonCode.SYNTAX,
                        tokens.peek().span(),
                        "a comma is missing before " + tokens.peek().shown());
        return true;
    }

    private void report(Span span, String written, String meant) {
        tokens.findings().correct(AqlCode.FOREIGN_OPERATOR, span, written + " is not AQL", meant);
    }
}

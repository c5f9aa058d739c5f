package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tests of a value as other languages write them. They are reported, and read as what they mean where that is clear. */
final class ForeignPredicates {
    /** Operators for parts of texts: where the part stands, with * for any text. */
    private static final Map<String, String> PARTS = Map.of(
            "CONTAINS", "*%s*",
            "HAS", "*%s*",
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
            "HAS_ANY", "write (x ILIKE '%a%' OR x ILIKE '%b%')",
            "HAS_ALL", "write (x ILIKE '%a%' AND x ILIKE '%b%')",
            "REGEXP_MATCH", "write MATCHES '.*part.*'",
            "REGEX", "write MATCHES '.*part.*'",
            "GLOB", "write LIKE '%part%'",
            "INCIDR", "write INCIDR('range', address)",
            "CIDR", "write INCIDR('range', address)");

    /** Operators whose second half has been read for itself. */
    private static final Map<String, String> HALVES = Map.of("=>", ">=", "=<", "<=", "===", "=", "!==", "!=");

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
        return Optional.empty();
    }

    private static boolean isValue(Token token) {
        return switch (token.kind()) {
            case TEXT, QUOTED_NAME, INTEGER, DECIMAL, NAME -> true;
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
        if (!tokens.isJoined() || tokens.peek().kind() != TokenKind.SYMBOL) {
            return;
        }
        Span span = new Span(operator.start(), tokens.peek().end());
        if (HALVES.containsKey(whole)) {
            tokens.next();
            report(span, whole, HALVES.get(whole));
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
                .add(
                        Repair.replace("write AND", word.span(), word.isSymbol(",") ? " AND" : "AND"),
                        CommonCode.SYNTAX,
                        word.span(),
                        "found " + word.shown() + " where AND after the lower bound of BETWEEN belongs",
                        "write BETWEEN a AND b");
    }

    /** The values after {@code IN} that stand in no parentheses, or in brackets. */
    List<Expression> values() {
        int start = tokens.peek().start();
        boolean isBracket = tokens.acceptSymbol("[");
        boolean isTexts =
                tokens.peek().kind() == TokenKind.TEXT || tokens.peek().kind() == TokenKind.INTEGER;
        if (!isTexts) {
            throw tokens.unexpected("'(' before the values");
        }
        List<Expression> values = new ArrayList<>();
        int inner = tokens.peek().start();
        int end;
        do {
            values.add(expressions.value());
            end = tokens.lastEnd();
        } while (tokens.acceptSymbol(","));
        if (isBracket) {
            tokens.expectSymbol("]", "after the values");
        }
        Span span = tokens.since(start);
        String written = "(" + tokens.findings().source().slice(new Span(inner, end)) + ")";
        tokens.findings()
                .add(
                        Repair.replace("write parentheses", span, written),
                        CommonCode.SYNTAX,
                        span,
                        "the values after IN stand without parentheses",
                        "write IN " + written);
        return values;
    }

    private void report(Span span, String written, String meant) {
        tokens.findings()
                .add(
                        Repair.replace("write " + meant, span, meant),
                        AqlCode.FOREIGN_OPERATOR,
                        span,
                        written + " is not AQL",
                        "write " + meant);
    }
}

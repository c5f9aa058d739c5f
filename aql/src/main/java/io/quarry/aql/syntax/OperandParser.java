package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import io.quarry.plan.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands between operators. */
final class OperandParser {
    private static final Set<String> NOT_OPERANDS = Set.of(
            "AND",
            "OR",
            "IN",
            "LIKE",
            "ILIKE",
            "MATCHES",
            "IMATCHES",
            "BETWEEN",
            "IS",
            "THEN",
            "WHEN",
            "ELSE",
            "END",
            "AS",
            "BY",
            "ASC",
            "DESC");

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final QueryParser queries;
    private final CaseParser cases;
    private final ForeignCallParser foreignCalls;

    OperandParser(TokenStream tokens, ExpressionParser expressions, QueryParser queries) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.queries = queries;
        this.cases = new CaseParser(tokens, expressions);
        this.foreignCalls = new ForeignCallParser(tokens, expressions);
    }

    /** What needs no operator: a literal, a name, a call, a case, or an expression in parentheses. */
    Expression operand() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case TEXT -> new Expression.Text(tokens.next().span(), token.text());
            case INTEGER -> integer();
            case DECIMAL -> decimal();
            case QUOTED_NAME, NAME -> named();
            case SYMBOL -> symbol();
            case PLACEHOLDER -> unfilled();
            case END -> throw tokens.unexpected("a value");
        };
    }

    private Expression decimal() {
        Token token = tokens.next();
        if (!tokens.isJoined() || tokens.peek().kind() != TokenKind.DECIMAL) {
            return new Expression.Decimal(token.span(), Double.parseDouble(token.text()));
        }
        while (tokens.isJoined() && tokens.peek().kind() == TokenKind.DECIMAL) {
            tokens.next();
        }
        if (tokens.isJoined() && tokens.atSymbol("/") && tokens.peek(1).kind() == TokenKind.INTEGER) {
            tokens.next();
            tokens.next();
        }
        Span span = tokens.since(token.start());
        String address = tokens.findings().source().slice(span);
        tokens.findings()
                .add(
                        Repair.replace("write '" + address + "'", span, "'" + address + "'"),
                        AqlCode.TEXT_QUOTES,
                        span,
                        "the address " + address + " stands without quotes",
                        "an address stands in single quotes: '" + address + "'");
        return new Expression.Text(span, address);
    }

    private Expression integer() {
        Token token = tokens.next();
        try {
            boolean hexadecimal = token.text().startsWith("0x") || token.text().startsWith("0X");
            Optional<Expression> span = hexadecimal ? Optional.empty() : spanWithoutQuotes(token);
            if (span.isPresent()) {
                return span.get();
            }
            long value =
                    hexadecimal ? Long.parseUnsignedLong(token.text().substring(2), 16) : Long.parseLong(token.text());
            return new Expression.Whole(token.span(), value);
        } catch (NumberFormatException e) {
            tokens.findings()
                    .add(CommonCode.SYNTAX, token.span(), "the number " + token.shown() + " does not fit 64 bits");
            return new Expression.Faulty(token.span());
        }
    }

    /** {@code 1 HOUR} as a value, which AQL does not have. */
    private Optional<Expression> spanWithoutQuotes(Token amount) {
        Token unit = tokens.peek();
        Optional<String> meant = tokens.isJoined() ? TimeUnits.meant(amount.text(), unit.keyword()) : Optional.empty();
        Optional<Long> millis = TimeUnits.millis(meant.orElse(amount.text() + " " + unit.keyword()));
        if (millis.isEmpty()) {
            return Optional.empty();
        }
        tokens.next();
        Span span = tokens.since(amount.start());
        tokens.findings()
                .add(
                        Repair.replace("write milliseconds", span, Long.toString(millis.get())),
                        AqlCode.INTERVAL,
                        span,
                        "a number with a unit is not AQL",
                        "write " + millis.get());
        return Optional.of(new Expression.Whole(span, millis.get()));
    }

    private Expression symbol() {
        int start = tokens.peek().start();
        if (tokens.acceptSymbol("*")) {
            return new Expression.Star(tokens.since(start));
        }
        if (tokens.atSymbol("[")) {
            return bracketed();
        }
        if (tokens.atSymbol("/")) {
            throw tokens.unexpected("a value", "a regular expression stands in single quotes: x MATCHES '.*part.*'");
        }
        if (tokens.atSymbol(")")) {
            throw tokens.unexpected("a value", "the parentheses are empty, or a value is missing before this");
        }
        if (!tokens.acceptSymbol("(")) {
            throw tokens.unexpected("a value");
        }
        Expression inner = tokens.at("SELECT") ? queryAsValue() : expressions.expression();
        if (tokens.atSymbol(",")) {
            return listAsValue(start);
        }
        tokens.close(new Span(start, start + 1), isOneCondition(inner), "after the expression in parentheses");
        return new Expression.Group(tokens.since(start), inner);
    }

    /** True for a condition that means the same wherever the parenthesis before it is closed. */
    private static boolean isOneCondition(Expression inner) {
        return inner instanceof Expression.Group
                || !(inner instanceof Expression.Not)
                        && !(inner instanceof Expression.Logical logical && logical.connective() == Connective.OR)
                        && inner.children().stream().noneMatch(Expression.Logical.class::isInstance);
    }

    private Expression unfilled() {
        Span span = tokens.peek().span();
        return new Expression.Unfilled(span, tokens.acceptPlaceholder().orElseThrow());
    }

    /** {@code [name]}, which is a column in one language and what a reader fills in another. */
    private Expression bracketed() {
        int start = tokens.peek().start();
        int words = 1;
        while (tokens.peek(words).kind() == TokenKind.NAME) {
            words++;
        }
        if (words == 1 || !tokens.peek(words).isSymbol("]")) {
            throw tokens.unexpected("a value");
        }
        for (int i = 0; i <= words; i++) {
            tokens.next();
        }
        Span span = tokens.since(start);
        tokens.findings()
                .add(
                        CommonCode.SYNTAX,
                        span,
                        tokens.findings().source().slice(span) + " stands in brackets",
                        "a column stands without them, or in double quotes",
                        "a text stands in single quotes, and a number in none");
        return new Expression.Faulty(span);
    }

    /** {@code (a, b)} where one value belongs. */
    private Expression listAsValue(int start) {
        while (tokens.acceptSymbol(",")) {
            expressions.expression();
        }
        tokens.expectSymbol(")", "after the list");
        Span span = tokens.since(start);
        tokens.findings()
                .add(
                        CommonCode.SYNTAX,
                        span,
                        "a list stands where one value belongs",
                        "write x IN (a, b), x LIKE ENUMERATION('a', 'b'), x BETWEEN a AND b");
        return new Expression.Faulty(span);
    }

    /** A query where a value belongs, which AQL does not have. */
    private Expression queryAsValue() {
        int start = tokens.peek().start();
        queries.query();
        Span span = tokens.since(start);
        tokens.findings()
                .add(
                        AqlCode.SUBQUERY_NOT_ALLOWED,
                        span,
                        "a query stands where a value belongs",
                        "a query may stand after FROM, and after IN: x IN (SELECT ...)");
        return new Expression.Faulty(span);
    }

    private Expression named() {
        Expression value = foreignCalls.call().orElseGet(this::nameOrCall);
        return foreignCalls.cast(value).orElse(value);
    }

    private Expression nameOrCall() {
        Token token = tokens.peek();
        boolean begins = token.is("CASE") || token.is("IF") && !tokens.atListInParentheses();
        if (tokens.peek(1).isSymbol("(") && !begins && !NOT_OPERANDS.contains(token.keyword())) {
            return call(token.text());
        }
        if (tokens.peek(1).isSymbol("::") && tokens.peek(3).isSymbol("(")) {
            return namespacedCall();
        }
        if (token.kind() == TokenKind.QUOTED_NAME) {
            return new Expression.Name(tokens.next().span(), token.text(), true);
        }
        return switch (token.keyword()) {
            case "NULL" -> new Expression.Null(tokens.nextKeyword().span());
            case "TRUE", "FALSE" -> new Expression.Truth(tokens.nextKeyword().span(), token.is("TRUE"));
            case "CASE" -> cases.caseExpression();
            case "IF" -> cases.ifExpression();
            case "INTERVAL" -> interval();
            default -> bareName();
        };
    }

    private Expression bareName() {
        Token before = tokens.previous();
        if (tokens.atTimeClause() && before.isAnyOf("WHERE", "AND", "OR", "NOT")) {
            return new Expression.Truth(queries.timeAmongConditions(before), true);
        }
        if (tokens.at("TEXT", "SEARCH")) {
            return misplacedSearch();
        }
        if (tokens.atClause() || NOT_OPERANDS.contains(tokens.peek().keyword())) {
            throw missing(before);
        }
        Token token = tokens.next();
        boolean isPrefix = token.text().length() == 1 && tokens.peek().kind() == TokenKind.TEXT && tokens.isJoined();
        if (isPrefix) {
            tokens.findings()
                    .add(
                            Repair.replace("remove " + token.text(), token.span(), ""),
                            AqlCode.TEXT_QUOTES,
                            token.span(),
                            "a text has nothing before its quotes in AQL");
            return operand();
        }
        return new Expression.Name(token.span(), token.text(), false);
    }

    private SyntaxStop missing(Token before) {
        String word = tokens.peek().shown();
        if (before.is("SELECT")) {
            return tokens.unexpected("a value", "name the columns behind SELECT, or write * for the usual ones");
        }
        return tokens.peek().isAnyOf("AND", "OR")
                ? tokens.unexpected("a value", "a condition is missing before " + word + ", or the word is too much")
                : tokens.unexpected("a value", "a value is missing before " + word);
    }

    private Expression misplacedSearch() {
        int start = tokens.next().start();
        tokens.next();
        if (tokens.peek().kind() == TokenKind.TEXT) {
            tokens.next();
        }
        Span span = tokens.since(start);
        tokens.findings().add(CommonCode.SYNTAX, span, "TEXT SEARCH has to be the first of the conditions");
        return new Expression.Faulty(span);
    }

    private Expression namespacedCall() {
        Token namespace = tokens.next();
        tokens.next();
        Token name = tokens.next();
        if (name.kind() != TokenKind.NAME || !tokens.atSymbol("(")) {
            throw tokens.unexpected("a call of a function of " + namespace.text());
        }
        return arguments(namespace.text() + "::" + name.text(), new Span(namespace.start(), name.end()));
    }

    private Expression call(String name) {
        return arguments(name, tokens.next().span());
    }

    private Expression arguments(String name, Span nameSpan) {
        List<Expression> arguments = new ArrayList<>();
        int highest = 0;
        Optional<Span> distinct = Optional.empty();
        Span open = tokens.next().span();
        if (tokens.at("DISTINCT")
                && !tokens.peek(1).isSymbol(",")
                && !tokens.peek(1).isSymbol(")")) {
            distinct = Optional.of(tokens.next().span());
        }
        while (!tokens.atSymbol(")")) {
            arguments.add(tokens.at("SELECT") ? queryAsValue() : expressions.expression());
            highest = Math.max(highest, expressions.height());
            if (!tokens.acceptSymbol(",")) {
                break;
            }
        }
        boolean isValue = arguments.size() == 1
                && !(arguments.get(0) instanceof Expression.Binary)
                && !(arguments.get(0) instanceof Expression.Logical);
        tokens.close(open, isValue, "or ',' after an argument of " + name);
        expressions.grow(highest);
        Expression.Call call = new Expression.Call(tokens.since(nameSpan.start()), nameSpan, name, arguments);
        distinct.ifPresent(span -> reportDistinct(call, span));
        reportWindow(call);
        return call;
    }

    private void reportDistinct(Expression.Call call, Span distinct) {
        String message = "DISTINCT inside " + call.name() + " is not AQL";
        if (!call.isNamed("COUNT") || call.arguments().size() != 1) {
            tokens.findings().add(AqlCode.COUNT_DISTINCT, distinct, message);
            return;
        }
        Span argument = call.arguments().get(0).span();
        Repair repair = new Repair(
                "count distinct values with UNIQUECOUNT",
                List.of(
                        new TextEdit(call.nameSpan(), "UNIQUECOUNT"),
                        new TextEdit(new Span(distinct.start(), argument.start()), "")));
        tokens.findings().add(repair, AqlCode.COUNT_DISTINCT, distinct, message, "write UNIQUECOUNT(...)");
    }

    private void reportWindow(Expression.Call call) {
        int words = tokens.at("OVER") ? 1 : tokens.at("WITHIN", "GROUP") ? 2 : 0;
        if (words == 0 || !tokens.peek(words).isSymbol("(")) {
            return;
        }
        int start = tokens.next().start();
        String word = words == 2 ? "WITHIN GROUP" : "OVER";
        for (int i = 0; i < words; i++) {
            tokens.next();
        }
        tokens.skipTo();
        while (!tokens.atEnd() && !tokens.atSymbol(")")) {
            tokens.next();
            tokens.skipTo();
        }
        tokens.acceptSymbol(")");
        tokens.findings()
                .add(
                        AqlCode.WINDOW_FUNCTION,
                        tokens.since(start),
                        word + " (...) after " + call.name() + " is not AQL",
                        "group in a query after FROM ( ... )");
    }

    /** {@code INTERVAL '5' MINUTE}, which AQL does not have. */
    private Expression interval() {
        if (tokens.peek(1).kind() != TokenKind.TEXT && tokens.peek(1).kind() != TokenKind.INTEGER) {
            return bareName();
        }
        int start = tokens.next().start();
        Token amount = tokens.next();
        String unit = tokens.peek().kind() == TokenKind.NAME ? tokens.next().text() : "";
        Span span = tokens.since(start);
        Optional<Long> millis = TimeUnits.millis(amount.text() + " " + unit);
        if (millis.isEmpty()) {
            tokens.findings().add(AqlCode.INTERVAL, span, "an INTERVAL is not AQL", "write a number of milliseconds");
        } else {
            Repair repair = Repair.replace("write milliseconds", span, Long.toString(millis.get()));
            tokens.findings().add(repair, AqlCode.INTERVAL, span, "an INTERVAL is not AQL", "write " + millis.get());
        }
        return new Expression.Whole(span, millis.orElse(0L));
    }
}

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

/**
 * Expressions and conditions: one method a level of conditions, binding powers below. A faulty operand of {@code AND} or
 * {@code OR} is reported and stepped over.
 */
final class ExpressionParser {
    /** How deep parentheses, calls and cases may nest. */
    private static final int MOST_NESTED = 200;

    /** How high the tree of one operand may grow; keeps every walk over it within the stack. */
    private static final int MOST_HIGH = 400;

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
    private final QueryParser queries;
    private final PredicateParser predicates;
    private int nested;
    private int height;

    ExpressionParser(TokenStream tokens, QueryParser queries) {
        this.tokens = tokens;
        this.queries = queries;
        this.predicates = new PredicateParser(tokens, this, queries);
    }

    /** Any expression, a condition included. */
    Expression expression() {
        enter();
        try {
            return chain(Connective.OR);
        } finally {
            nested--;
        }
    }

    private Expression chain(Connective connective) {
        int start = tokens.peek().start();
        Expression first = operand(connective);
        if (!tokens.at(connective.name())) {
            return first;
        }
        List<Expression> operands = new ArrayList<>(List.of(first));
        int highest = height;
        while (tokens.accept(connective.name())) {
            operands.add(operand(connective));
            highest = Math.max(highest, height);
        }
        grow(highest);
        return new Expression.Logical(tokens.since(start), connective, operands);
    }

    private Expression operand(Connective connective) {
        int start = tokens.peek().start();
        try {
            return connective == Connective.OR ? chain(Connective.AND) : negation();
        } catch (SyntaxStop stop) {
            stop.rethrowIfFinal();
            tokens.skipTo("AND", "OR", "THEN", "ELSE", "WHEN", "END", ",");
            return new Expression.Faulty(tokens.since(start));
        }
    }

    private Expression negation() {
        if (!tokens.at("NOT")) {
            return predicates.predicate();
        }
        int start = tokens.next().start();
        enter();
        try {
            Expression operand = negation();
            grow(height);
            return new Expression.Not(tokens.since(start), operand);
        } finally {
            nested--;
        }
    }

    /** A value: everything that binds tighter than a comparison. */
    Expression value() {
        return value(BinaryOperator.ABOVE_COMPARISON);
    }

    private Expression value(int power) {
        int start = tokens.peek().start();
        Expression left = unary();
        while (true) {
            Optional<BinaryOperator> operator = BinaryOperator.of(tokens.peek());
            if (operator.isEmpty() || operator.get().power() < power) {
                return left;
            }
            int leftHeight = height;
            Span operatorSpan = tokens.next().span();
            Expression right = value(operator.get().power() + 1);
            grow(Math.max(leftHeight, height));
            left = new Expression.Binary(tokens.since(start), operator.get(), operatorSpan, left, right);
        }
    }

    private Expression unary() {
        for (UnaryOperator operator : UnaryOperator.values()) {
            if (tokens.atSymbol(operator.symbol())) {
                int start = tokens.next().start();
                enter();
                try {
                    Expression operand = unary();
                    grow(height);
                    return negated(tokens.since(start), operator, operand);
                } finally {
                    nested--;
                }
            }
        }
        return primary();
    }

    private static Expression negated(Span span, UnaryOperator operator, Expression operand) {
        if (operator == UnaryOperator.MINUS && operand instanceof Expression.Whole whole) {
            return new Expression.Whole(span, -whole.value());
        }
        if (operator == UnaryOperator.MINUS && operand instanceof Expression.Decimal decimal) {
            return new Expression.Decimal(span, -decimal.value());
        }
        return new Expression.Unary(span, operator, operand);
    }

    private Expression primary() {
        Token token = tokens.peek();
        height = 0;
        return switch (token.kind()) {
            case TEXT -> new Expression.Text(tokens.next().span(), token.text());
            case INTEGER -> integer();
            case DECIMAL -> new Expression.Decimal(tokens.next().span(), Double.parseDouble(token.text()));
            case QUOTED_NAME, NAME -> named();
            case SYMBOL -> symbol();
            case END -> throw tokens.unexpected("a value");
        };
    }

    private Expression integer() {
        Token token = tokens.next();
        try {
            boolean hexadecimal = token.text().startsWith("0x") || token.text().startsWith("0X");
            long value =
                    hexadecimal ? Long.parseUnsignedLong(token.text().substring(2), 16) : Long.parseLong(token.text());
            return new Expression.Whole(token.span(), value);
        } catch (NumberFormatException e) {
            tokens.findings()
                    .add(CommonCode.SYNTAX, token.span(), "the number " + token.shown() + " does not fit 64 bits");
            return new Expression.Faulty(token.span());
        }
    }

    private Expression symbol() {
        int start = tokens.peek().start();
        if (tokens.acceptSymbol("*")) {
            return new Expression.Star(tokens.since(start));
        }
        if (!tokens.acceptSymbol("(")) {
            throw tokens.unexpected("a value");
        }
        Expression inner = expression();
        tokens.expectSymbol(")", "after the expression in parentheses");
        return new Expression.Group(tokens.since(start), inner);
    }

    private Expression named() {
        Token token = tokens.peek();
        if (tokens.peek(1).isSymbol("(") && !NOT_OPERANDS.contains(token.keyword())) {
            return call(token.text());
        }
        if (tokens.peek(1).isSymbol("::")) {
            return namespacedCall();
        }
        if (token.kind() == TokenKind.QUOTED_NAME) {
            return new Expression.Name(tokens.next().span(), token.text(), true);
        }
        return switch (token.keyword()) {
            case "NULL" -> new Expression.Null(tokens.next().span());
            case "TRUE", "FALSE" -> new Expression.Truth(tokens.next().span(), token.is("TRUE"));
            case "CASE" -> caseExpression();
            case "IF" -> ifExpression();
            case "INTERVAL" -> interval();
            default -> bareName();
        };
    }

    private Expression bareName() {
        if (tokens.atTimeClause()) {
            return new Expression.Truth(queries.timeAmongConditions(), true);
        }
        if (tokens.atClause() || NOT_OPERANDS.contains(tokens.peek().keyword())) {
            throw tokens.unexpected("a value");
        }
        Token token = tokens.next();
        return new Expression.Name(token.span(), token.text(), false);
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
        tokens.next();
        if (tokens.at("DISTINCT")
                && !tokens.peek(1).isSymbol(",")
                && !tokens.peek(1).isSymbol(")")) {
            distinct = Optional.of(tokens.next().span());
        }
        while (!tokens.atSymbol(")")) {
            arguments.add(expression());
            highest = Math.max(highest, height);
            if (!tokens.acceptSymbol(",")) {
                break;
            }
        }
        tokens.expectSymbol(")", "or ',' after an argument of " + name);
        grow(highest);
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
        if (!tokens.at("OVER") || !tokens.peek(1).isSymbol("(")) {
            return;
        }
        int start = tokens.next().start();
        tokens.next();
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
                        "OVER (...) after " + call.name() + " is not AQL",
                        "group in a query after FROM ( ... )");
    }

    private Expression caseExpression() {
        int start = tokens.next().start();
        int highest = 0;
        Optional<Expression> operand = Optional.empty();
        if (!tokens.at("WHEN")) {
            operand = Optional.of(expression());
            highest = height;
        }
        List<Expression.When> whens = new ArrayList<>();
        while (tokens.accept("WHEN")) {
            Expression condition = expression();
            highest = Math.max(highest, height);
            tokens.expect("THEN", "after the condition of WHEN");
            whens.add(new Expression.When(condition, expression()));
            highest = Math.max(highest, height);
        }
        Optional<Expression> otherwise = Optional.empty();
        if (tokens.accept("ELSE")) {
            otherwise = Optional.of(expression());
            highest = Math.max(highest, height);
        }
        if (whens.isEmpty()) {
            throw tokens.unexpected("WHEN");
        }
        tokens.expect("END", "after CASE ...");
        grow(highest);
        return new Expression.Case(tokens.since(start), operand, whens, otherwise);
    }

    private Expression ifExpression() {
        int start = tokens.next().start();
        Expression condition = expression();
        int highest = height;
        tokens.expect("THEN", "after the condition of IF");
        Expression value = expression();
        highest = Math.max(highest, height);
        tokens.expect("ELSE", "after the value of IF");
        Expression otherwise = value();
        grow(Math.max(highest, height));
        return new Expression.If(tokens.since(start), condition, value, otherwise);
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

    private void enter() {
        if (++nested > MOST_NESTED) {
            throw tooDeep();
        }
    }

    /** Notes that the expression at hand stands on one of that height. */
    void grow(int below) {
        height = below + 1;
        if (height > MOST_HIGH) {
            throw tooDeep();
        }
    }

    int height() {
        return height;
    }

    private SyntaxStop tooDeep() {
        tokens.findings()
                .add(CommonCode.LIMIT, tokens.peek().span(), "the expression is nested too deeply to be analyzed");
        return new SyntaxStop(SyntaxStop.Reach.GIVE_UP);
    }
}

package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import io.quarry.plan.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Expressions and conditions: one method a level of conditions, binding powers below. A faulty operand of {@code AND} or
 * {@code OR} is reported and stepped over.
 */
final class ExpressionParser {
    /** How deep parentheses, calls and cases may nest. */
    private static final int MOST_NESTED = 200;

    /** How high the tree of one operand may grow; keeps every walk over it within the stack. */
    private static final int MOST_HIGH = 400;

    /** What joins texts in other languages, and conditions in some. */
    private static final String JOIN_SIGN = "||";

    /** The functions that give a truth value. */
    private static final List<String> TRUTHS =
            List.of("INCIDR", "INOFFENSE", "MATCHESASSETSEARCH", "REFERENCESETCONTAINS", "REFERENCEMAPSETCONTAINS");

    private final TokenStream tokens;
    private final PredicateParser predicates;
    private final OperandParser operands;
    private int nested;
    private int height;

    ExpressionParser(TokenStream tokens, QueryParser queries) {
        this.tokens = tokens;
        this.predicates = new PredicateParser(tokens, this, queries);
        this.operands = new OperandParser(tokens, this, queries);
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
        if (!atConnective(connective, first)) {
            return first;
        }
        List<Expression> operands = new ArrayList<>(List.of(first));
        int highest = height;
        while (atConnective(connective, first)) {
            acceptConnective(connective);
            operands.add(operand(connective));
            highest = Math.max(highest, height);
        }
        grow(highest);
        return new Expression.Logical(tokens.since(start), connective, operands);
    }

    /** True at the word or, after a condition, at the sign that other languages have for it. */
    private boolean atConnective(Connective connective, Expression before) {
        boolean isCondition = !(before.bare() instanceof Expression.Text || before.bare() instanceof Expression.Name)
                && (!(before.bare() instanceof Expression.Call)
                        || TRUTHS.stream().anyMatch(name -> isCall(before, name)));
        return tokens.at(connective.name()) || isCondition && tokens.atSymbol(connective.foreignSign());
    }

    private void acceptConnective(Connective connective) {
        if (tokens.accept(connective.name())) {
            return;
        }
        Span sign = tokens.next().span();
        tokens.findings()
                .add(
                        Repair.replace("write " + connective, sign, connective.name()),
                        AqlCode.FOREIGN_OPERATOR,
                        sign,
                        connective.foreignSign() + " is not AQL",
                        "write " + connective);
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
        boolean isSign = tokens.atSymbol("!");
        if (!tokens.at("NOT") && !isSign) {
            return predicates.predicate();
        }
        int start = (isSign ? tokens.next() : tokens.nextKeyword()).start();
        if (isSign) {
            Span sign = tokens.since(start);
            tokens.findings()
                    .add(
                            Repair.replace("write NOT", sign, "NOT "),
                            AqlCode.FOREIGN_OPERATOR,
                            sign,
                            "! is not AQL",
                            "write NOT");
        }
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

    /** A value, or several with the sign between them that joins texts in other languages. */
    Expression joined() {
        int start = tokens.peek().start();
        Expression first = value();
        if (!tokens.atSymbol(JOIN_SIGN) || TRUTHS.stream().anyMatch(name -> isCall(first, name))) {
            return first;
        }
        List<Expression> parts = new ArrayList<>(List.of(first));
        List<TextEdit> edits = new ArrayList<>(List.of(new TextEdit(new Span(start, start), "CONCAT(")));
        int highest = height;
        Span sign = tokens.peek().span();
        while (tokens.atSymbol(JOIN_SIGN)) {
            edits.add(new TextEdit(new Span(tokens.lastEnd(), tokens.peek().end()), ","));
            tokens.next();
            parts.add(value());
            highest = Math.max(highest, height);
        }
        grow(highest);
        edits.add(new TextEdit(new Span(tokens.lastEnd(), tokens.lastEnd()), ")"));
        tokens.findings()
                .add(
                        new Repair("write CONCAT(...)", edits),
                        AqlCode.FOREIGN_OPERATOR,
                        sign,
                        "|| is not AQL",
                        "write CONCAT(a, b) to join texts, a OR b between conditions");
        return new Expression.Call(tokens.since(start), sign, "CONCAT", parts);
    }

    private static boolean isCall(Expression expression, String name) {
        return expression.bare() instanceof Expression.Call call && call.isNamed(name);
    }

    private Expression value(int power) {
        int start = tokens.peek().start();
        Expression left = unary();
        while (true) {
            Optional<BinaryOperator> operator = BinaryOperator.of(tokens.peek());
            if (operator.isEmpty() || operator.get().power() < power || tokens.atStep()) {
                return left;
            }
            if (operator.get() == BinaryOperator.MULTIPLY
                    && left instanceof Expression.Name
                    && tokens.endsBehindThis()) {
                return wildcard(left);
            }
            int leftHeight = height;
            Span operatorSpan = tokens.next().span();
            Expression right = value(operator.get().power() + 1);
            grow(Math.max(leftHeight, height));
            left = new Expression.Binary(tokens.since(start), operator.get(), operatorSpan, left, right);
        }
    }

    /** {@code adm*}, a text without quotes. */
    private Expression wildcard(Expression name) {
        tokens.next();
        Span span = tokens.since(name.span().start());
        tokens.findings()
                .add(
                        AqlCode.TEXT_QUOTES,
                        span,
                        tokens.findings().source().slice(span) + " stands without quotes",
                        "write LIKE '" + tokens.findings().source().slice(name.span()) + "%'; * is no wildcard of AQL");
        return new Expression.Faulty(span);
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
        height = 0;
        return operands.operand();
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

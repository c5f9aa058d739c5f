package io.quarry.aql.syntax;

import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code CASE} and {@code IF}. A word that is left out or too much is reported, and what it was is read on. */
final class CaseParser {
    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private int open;
    private int highest;

    CaseParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Expression caseExpression() {
        int outer = highest;
        highest = 0;
        open++;
        try {
            Expression read = cases(tokens.nextKeyword().start());
            expressions.grow(highest);
            return read;
        } finally {
            open--;
            highest = outer;
        }
    }

    private Expression cases(int start) {
        Optional<Expression> operand = tokens.at("WHEN") ? Optional.empty() : Optional.of(part());
        List<Expression.When> whens = new ArrayList<>();
        if (operand.isPresent() && tokens.at("THEN")) {
            insert("WHEN ", operand.get().span().start(), operand.get().span());
            whens.add(when(operand.get()));
            operand = Optional.empty();
        }
        while (acceptWhen()) {
            whens.add(when(part()));
        }
        Optional<Expression> otherwise = tokens.accept("ELSE") ? Optional.of(part()) : Optional.empty();
        if (whens.isEmpty()) {
            throw tokens.unexpected("WHEN");
        }
        end();
        return new Expression.Case(tokens.since(start), operand, whens, otherwise);
    }

    Expression ifExpression() {
        int outer = highest;
        highest = 0;
        try {
            int start = tokens.nextKeyword().start();
            Expression.When choice = when(part());
            Expression otherwise = otherwise();
            expressions.grow(highest);
            Expression read = new Expression.If(tokens.since(start), choice.condition(), choice.value(), otherwise);
            removeEnd();
            return read;
        } finally {
            highest = outer;
        }
    }

    private Expression part() {
        Expression part = expressions.expression();
        highest = Math.max(highest, expressions.height());
        return part;
    }

    /** What follows a condition. */
    private Expression.When when(Expression condition) {
        if (!tokens.accept("THEN")) {
            if (!atValue()) {
                throw tokens.unexpected("THEN after a condition");
            }
            insert("THEN ", tokens.peek().start(), tokens.peek().span());
        }
        return new Expression.When(condition, part());
    }

    private boolean atValue() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case TEXT, QUOTED_NAME, INTEGER, DECIMAL, PLACEHOLDER -> true;
            case NAME -> !tokens.atClause() && !token.isAnyOf("WHEN", "ELSE", "END", "AS");
            case SYMBOL, END -> false;
        };
    }

    private boolean acceptWhen() {
        Token word = tokens.peek();
        if (word.isSymbol(",") && tokens.peek(1).isAnyOf("WHEN", "ELSE", "END")) {
            remove(tokens.next(), "a comma stands between the parts of CASE");
        } else if (word.isAnyOf("ELSEIF", "ELSIF", "ELIF")) {
            tokens.next();
            tokens.findings()
                    .correct(CommonCode.SYNTAX, word.span(), "found " + word.shown() + " where WHEN belongs", "WHEN");
            return true;
        } else if (tokens.at("ELSE", "WHEN")) {
            remove(tokens.next(), "ELSE stands before WHEN");
        }
        return tokens.accept("WHEN");
    }

    private void end() {
        if (tokens.accept("END")) {
            if (tokens.at("CASE") && !tokens.peek(1).is("WHEN")) {
                remove(tokens.next(), "CASE ends with END alone");
            }
            return;
        }
        boolean isOver = tokens.atClause() || tokens.at("AS") || tokens.atSymbol(",") || tokens.atSymbol(")");
        if (!isOver) {
            throw tokens.unexpected("WHEN, ELSE or END");
        }
        insert(" END", tokens.lastEnd(), tokens.peek().span());
    }

    private Expression otherwise() {
        if (tokens.accept("ELSE")) {
            Expression value = expressions.value();
            highest = Math.max(highest, expressions.height());
            return value;
        }
        boolean isOver =
                tokens.atClause() || tokens.peek().isAnyOf("AS", "END") || tokens.atSymbol(",") || tokens.atSymbol(")");
        if (!isOver) {
            throw tokens.unexpected("ELSE after the value of IF");
        }
        insert(" ELSE NULL", tokens.lastEnd(), tokens.peek().span());
        return new Expression.Null(new Span(tokens.lastEnd(), tokens.lastEnd()));
    }

    /** IF has no end of its own; one that no CASE around it can be waiting for is too much. */
    private void removeEnd() {
        if (open == 0 && tokens.at("END")) {
            remove(tokens.next(), "IF ... THEN ... ELSE ... ends without END");
        }
    }

    private void insert(String words, int place, Span found) {
        String word = words.strip();
        tokens.findings()
                .add(
                        Repair.replace("insert " + word, new Span(place, place), words),
                        CommonCode.SYNTAX,
                        found,
                        word + " is missing before this");
    }

    private void remove(Token token, String message) {
        tokens.findings()
                .add(
                        Repair.replace("remove " + token.shown(), token.span(), ""),
                        CommonCode.SYNTAX,
                        token.span(),
                        message);
    }
}

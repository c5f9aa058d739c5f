package io.quarry.kql.syntax;

import io.quarry.kql.syntax.Expression.Name;
import io.quarry.kql.syntax.Token.Kind;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import io.quarry.plan.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Operands that lack the parentheses around them: lists of values, the ends of a range, what is negated. It is reported, and
 * they are read as if the parentheses stood there.
 */
final class BareOperands {
    private final Cursor cursor;
    private final ExpressionParser expressions;

    BareOperands(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** {@code a has_any 'b', 'c'} and {@code a in ['b', 'c']}. */
    Expression membership(Expression value, String operator, Span operatorSpan) {
        Span first = cursor.peek().span();
        Span place = cursor.placeOfExpected();
        List<Expression> members = new ArrayList<>();
        List<TextEdit> edits;
        if (cursor.takeIf("[")) {
            members.addAll(expressions.expressionList());
            edits = List.of(
                    new TextEdit(first, "("), new TextEdit(cursor.expect("]").span(), ")"));
        } else if (beginsOperand()) {
            members.add(expressions.sum());
            while (cursor.at(",") && cursor.peek(1).kind() == Kind.STRING) {
                cursor.take();
                members.add(expressions.sum());
            }
            edits = around(first.to(cursor.last().span()));
        } else {
            throw cursor.expected("'('");
        }
        report(place, first, "the values of '" + operator + "' stand in parentheses", edits);
        return new Expression.Membership(value.span().to(cursor.last().span()), operator, operatorSpan, value, members);
    }

    /** {@code a between 1 and 2} and {@code a between 1 .. 2}. */
    Expression between(Expression value, String operator, Span operatorSpan) {
        if (!beginsOperand()) {
            throw cursor.expected("'('");
        }
        Span first = cursor.peek().span();
        Span place = cursor.placeOfExpected();
        Expression low = expressions.sum();
        Span dots = cursor.peek().span();
        if (!cursor.takeIfName("and") && !cursor.takeIf("..")) {
            throw cursor.unexpected("'..'");
        }
        Expression high = expressions.sum();
        List<TextEdit> edits = new ArrayList<>(around(first.to(high.span())));
        edits.add(1, new TextEdit(dots, ".."));
        report(place, first, "a range is written (from .. to)", edits);
        return new Expression.Between(value.span().to(high.span()), operator, operatorSpan, value, low, high);
    }

    /** True if {@code not} stands here before a value without parentheses. */
    static boolean isNegationAt(Cursor cursor) {
        Token next = cursor.peek(1);
        return (cursor.atName("not") || cursor.atName("NOT"))
                && (next.kind() == Kind.NAME && BinaryOperators.at(cursor, 1) == null || next.kind() == Kind.STRING);
    }

    /** {@code not a == 'b'} and {@code !(a == 'b')}. */
    Expression negation() {
        Token not = cursor.take();
        if (!beginsOperand() && !cursor.at("(")) {
            throw cursor.fail(not.span(), "expected an expression, found " + not.describe());
        }
        boolean hasParentheses = cursor.at("(");
        Span place = not.kind() == Kind.NAME ? cursor.placeOfExpected() : not.span();
        String found = not.kind() == Kind.NAME
                ? "expected '(' after 'not', found " + cursor.peek().describe()
                : not.describe() + " is no operator";
        cursor.enter();
        Expression operand = hasParentheses ? expressions.postfix() : expressions.comparison();
        cursor.leave();
        List<TextEdit> edits = hasParentheses
                ? List.of(new TextEdit(not.span(), "not"))
                : List.of(
                        new TextEdit(new Span(not.span().start(), operand.span().start()), "not("),
                        insert(operand.span().end(), ")"));
        cursor.problems()
                .report(
                        CommonCode.SYNTAX,
                        place,
                        found,
                        List.of("the function not(...) negates"),
                        Optional.of(new Repair("write not(...)", edits)));
        return new Expression.Call(not.span().to(operand.span()), new Name(not.span(), "not"), List.of(operand));
    }

    private boolean beginsOperand() {
        Kind kind = cursor.peek().kind();
        return kind != Kind.SYMBOL && kind != Kind.END;
    }

    private void report(Span place, Span first, String rule, List<TextEdit> edits) {
        String found = cursor.problems().source().text().startsWith("[", first.start()) ? "'['" : "a value";
        cursor.problems()
                .report(
                        CommonCode.SYNTAX,
                        place,
                        "expected '(', found " + found,
                        List.of(rule),
                        Optional.of(new Repair("put them in parentheses", edits)));
    }

    private static List<TextEdit> around(Span span) {
        return List.of(insert(span.start(), "("), insert(span.end(), ")"));
    }

    private static TextEdit insert(int place, String text) {
        return new TextEdit(new Span(place, place), text);
    }
}

package io.quarry.kql.syntax;

import io.quarry.kql.syntax.Expression.Logical.Connective;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import io.quarry.plan.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list after an operator that takes one value: {@code a contains ('b', 'c')}. It is reported, and read as what takes the whole
 * list, or as the operator with each of its values.
 */
final class ListSlips {
    /** So many words after the parenthesis, a comma is looked for. */
    private static final int FARTHEST_COMMA = 64;

    /** The operators that take a list, by those that take one value. */
    private static final Map<String, String> OF_LISTS =
            Map.of("==", "in", "!=", "!in", "<>", "!in", "=~", "in~", "!~", "!in~", "has", "has_any");

    private final Cursor cursor;
    private final ExpressionParser expressions;

    ListSlips(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** True if a list stands here after an operator that takes one value, and it is clear what is meant. */
    boolean isAhead(Expression left, BinaryOperators.Ahead operator) {
        boolean takesOne = OF_LISTS.containsKey(operator.operator())
                || operator.power() == BinaryOperators.TEXT
                        && !operator.operator().equals(":");
        return takesOne && cursor.at("(") && !(left instanceof Expression.Star) && isCommaInside();
    }

    private boolean isCommaInside() {
        int depth = 0;
        for (int i = 0; i < FARTHEST_COMMA; i++) {
            Token token = cursor.peek(i);
            if (token.kind() == Token.Kind.END || token.isSymbol("|") || token.isSymbol(";")) {
                return false;
            }
            if (token.isSymbol("(") || token.isSymbol("[") || token.isSymbol("{")) {
                depth++;
            } else if (token.isSymbol(")") || token.isSymbol("]") || token.isSymbol("}")) {
                depth--;
            }
            if (depth == 0 || depth == 1 && token.isSymbol(",")) {
                return depth == 1;
            }
        }
        return false;
    }

    /** Reads the list. */
    Expression read(Expression left, String operator, Span operatorSpan) {
        Token open = cursor.take();
        List<Expression> values = expressions.expressionList();
        Span span = left.span().to(cursor.expect(")").span());
        String ofLists = OF_LISTS.get(operator);
        int comma = cursor.problems()
                .source()
                .text()
                .indexOf(',', values.get(0).span().end());
        Span more = new Span(comma, values.get(values.size() - 1).span().end());
        if (ofLists != null) {
            report(operator, more, hint(ofLists), Repair.replace("write " + ofLists, operatorSpan, ofLists));
            return new Expression.Membership(span, ofLists, operatorSpan, left, values);
        }
        Connective connective = operator.startsWith("!") || operator.startsWith("not") ? Connective.AND : Connective.OR;
        String hint = "write one '" + operator + "' for each value, with '" + connective.word() + "' between them";
        Repair repair =
                new Repair("write '" + operator + "' for each value", edits(left, operator, open, values, connective));
        report(
                operator,
                more,
                hint + (operator.equals("contains") ? "; has_any (...) takes several words" : ""),
                repair);
        List<Expression> tests = new ArrayList<>(values.size());
        values.forEach(value -> tests.add(new Expression.Binary(span, operator, operatorSpan, left, value)));
        return new Expression.Logical(span, connective, tests);
    }

    private static String hint(String ofLists) {
        return ofLists.equals("has_any")
                ? "has_any (...) takes several values and wants one of them, has_all (...) all of them"
                : ofLists + " (...) takes several values";
    }

    /** The value and the operator before each value of the list, in one pair of parentheses. */
    private List<TextEdit> edits(
            Expression left, String operator, Token open, List<Expression> values, Connective connective) {
        String test = cursor.problems().source().slice(left.span()) + " " + operator + " ";
        List<TextEdit> edits = new ArrayList<>();
        edits.add(new TextEdit(new Span(left.span().start(), left.span().start()), "("));
        edits.add(new TextEdit(open.span(), ""));
        for (int i = 1; i < values.size(); i++) {
            Span comma = new Span(
                    values.get(i - 1).span().end(), values.get(i).span().start());
            edits.add(new TextEdit(comma, " " + connective.word() + " " + test));
        }
        return edits;
    }

    private void report(String operator, Span place, String hint, Repair repair) {
        cursor.problems()
                .report(
                        CommonCode.SYNTAX,
                        place,
                        "'" + operator + "' takes one value, found more",
                        List.of(hint),
                        Optional.of(repair));
    }
}

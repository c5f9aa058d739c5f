package io.quarry.kql.operator;

import io.quarry.data.Type;
import io.quarry.kql.syntax.Expression;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The predicate of {@code search} as a plain condition. A text by itself is a term that any column may hold, and {@code
 * column:"text"} one that this column holds. In a text {@code *} is any text: {@code "a*"} is the beginning of a term,
 * {@code "*a"} its end, {@code "*a*"} any part, and {@code "a*b"} a term that begins so with, later, one that ends so.
 */
final class SearchPredicate {
    /** Whether the letters' case matters, where the predicate does not say so itself. */
    enum Case {
        IGNORED,
        SENSITIVE
    }

    private final Case letters;
    private final Function<Expression.Binary, Expression> anyColumn;

    private SearchPredicate(Case letters, Function<Expression.Binary, Expression> anyColumn) {
        this.letters = letters;
        this.anyColumn = anyColumn;
    }

    /** What holds for a row. */
    static Expression condition(Expression predicate, Case letters) {
        return new SearchPredicate(letters, test -> test).condition(predicate);
    }

    /** The same, with all that is said of any column taken as true: what is left is about columns by name. */
    static Expression ofNamedColumns(Expression predicate) {
        return new SearchPredicate(Case.IGNORED, test -> truth(test.span())).condition(predicate);
    }

    /** True if the predicate asks something of any column. */
    static boolean asksAnyColumn(Expression predicate) {
        List<Span> asked = new ArrayList<>();
        new SearchPredicate(Case.IGNORED, test -> {
                    asked.add(test.span());
                    return test;
                })
                .condition(predicate);
        return !asked.isEmpty();
    }

    private Expression condition(Expression node) {
        if (node instanceof Expression.Star) {
            return truth(node.span());
        }
        if (node instanceof Expression.Literal literal && literal.value() instanceof String text) {
            return term(new Expression.Star(node.span()), text, literal, literal.span());
        }
        if (node instanceof Expression.Parenthesized parenthesized) {
            return new Expression.Parenthesized(node.span(), condition(parenthesized.inner()));
        }
        if (node instanceof Expression.Logical logical) {
            List<Expression> operands =
                    logical.operands().stream().map(this::condition).toList();
            return new Expression.Logical(node.span(), logical.connective(), operands);
        }
        if (node instanceof Expression.Call call
                && call.function().name().equals("not")
                && call.arguments().size() == 1) {
            return new Expression.Call(
                    node.span(),
                    call.function(),
                    List.of(condition(call.arguments().get(0))));
        }
        return node instanceof Expression.Binary binary ? comparison(binary) : node;
    }

    private Expression comparison(Expression.Binary binary) {
        if (!binary.operator().equals(":")) {
            return binary.left() instanceof Expression.Star ? anyColumn.apply(binary) : binary;
        }
        return binary.right() instanceof Expression.Literal literal && literal.value() instanceof String text
                ? term(binary.left(), text, literal, binary.operatorSpan())
                : test(binary.left(), "has", binary.operatorSpan(), binary.right());
    }

    private Expression term(Expression column, String text, Expression.Literal literal, Span span) {
        int first = text.indexOf('*');
        if (first < 0) {
            return test(column, "has", span, literal);
        }
        int last = text.length() - 1;
        String inner = text.substring(text.startsWith("*") ? 1 : 0, text.endsWith("*") ? last : last + 1);
        if (text.equals("*") || inner.isEmpty()) {
            return truth(span);
        }
        if (inner.indexOf('*') >= 0) {
            return test(column, "matches regex", span, text(literal, regex(text)));
        }
        String operator = text.startsWith("*") ? text.endsWith("*") ? "contains" : "hassuffix" : "hasprefix";
        return test(column, operator, span, text(literal, inner));
    }

    private Expression test(Expression column, String operator, Span span, Expression text) {
        boolean suffix = letters == Case.SENSITIVE && !operator.equals("matches regex");
        Span whole = column.span().to(text.span());
        Expression.Binary test = new Expression.Binary(whole, suffix ? operator + "_cs" : operator, span, column, text);
        return column instanceof Expression.Star ? anyColumn.apply(test) : test;
    }

    private String regex(String text) {
        StringBuilder regex = new StringBuilder(letters == Case.SENSITIVE ? "" : "(?i)");
        regex.append(text.startsWith("*") ? "" : "\\b");
        text.codePoints().forEach(point -> {
            if (point == '*') {
                regex.append(".*");
            } else {
                regex.append(Character.isLetterOrDigit(point) ? "" : "\\").appendCodePoint(point);
            }
        });
        return regex.append(text.endsWith("*") ? "" : "\\b").toString();
    }

    private static Expression text(Expression.Literal literal, String text) {
        return new Expression.Literal(literal.span(), Type.STRING, text);
    }

    private static Expression truth(Span span) {
        return new Expression.Literal(span, Type.BOOL, true);
    }
}

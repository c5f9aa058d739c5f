package io.quarry.aql.syntax;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An expression as text in one spelling: equal texts are the same expression, whatever blanks, letter case of keywords and
 * needless parentheses were written.
 */
public final class Canonical implements Expression.Visitor<String> {
    private static final Canonical INSTANCE = new Canonical();

    private Canonical() {}

    public static String of(Expression expression) {
        return expression.accept(INSTANCE);
    }

    @Override
    public String text(Expression.Text text) {
        return "'" + text.value().replace("'", "''") + "'";
    }

    @Override
    public String whole(Expression.Whole whole) {
        return Long.toString(whole.value());
    }

    @Override
    public String decimal(Expression.Decimal decimal) {
        return Double.toString(decimal.value());
    }

    @Override
    public String truth(Expression.Truth truth) {
        return Boolean.toString(truth.value());
    }

    @Override
    public String nothing(Expression.Null nothing) {
        return "NULL";
    }

    @Override
    public String name(Expression.Name name) {
        return '"' + (name.quoted() ? name.text() : name.text().toLowerCase(Locale.ROOT)) + '"';
    }

    @Override
    public String star(Expression.Star star) {
        return "*";
    }

    @Override
    public String call(Expression.Call call) {
        return call.name().toUpperCase(Locale.ROOT) + list(call.arguments());
    }

    @Override
    public String unary(Expression.Unary unary) {
        return "(" + unary.operator().symbol() + of(unary.operand()) + ")";
    }

    @Override
    public String binary(Expression.Binary binary) {
        return "(" + of(binary.left()) + " " + binary.operator().symbol() + " " + of(binary.right()) + ")";
    }

    @Override
    public String match(Expression.Match match) {
        return "(" + of(match.operand()) + not(match.negated()) + " "
                + match.operator().keyword() + " " + list(match.patterns()) + ")";
    }

    @Override
    public String in(Expression.In in) {
        return "(" + of(in.operand()) + not(in.negated()) + " IN " + list(in.values()) + ")";
    }

    /** Never equal to another one: what an inner query gives is not looked into. */
    @Override
    public String inQuery(Expression.InQuery inQuery) {
        return "(" + of(inQuery.operand()) + not(inQuery.negated()) + " IN query at "
                + inQuery.query().span().start() + ")";
    }

    @Override
    public String between(Expression.Between between) {
        return "(" + of(between.operand()) + not(between.negated()) + " BETWEEN " + of(between.low()) + " AND "
                + of(between.high()) + ")";
    }

    @Override
    public String isNull(Expression.IsNull isNull) {
        return "(" + of(isNull.operand()) + " IS" + not(isNull.negated()) + " NULL)";
    }

    @Override
    public String not(Expression.Not not) {
        return "(NOT " + of(not.operand()) + ")";
    }

    @Override
    public String logical(Expression.Logical logical) {
        return logical.operands().stream()
                .map(Canonical::of)
                .collect(Collectors.joining(" " + logical.connective() + " ", "(", ")"));
    }

    @Override
    public String caseOf(Expression.Case caseOf) {
        return "CASE" + list(caseOf.children());
    }

    @Override
    public String ifElse(Expression.If ifElse) {
        return "IF" + list(ifElse.children());
    }

    @Override
    public String group(Expression.Group group) {
        return of(group.inner());
    }

    @Override
    public String unfilled(Expression.Unfilled unfilled) {
        return unfilled.placeholder().written();
    }

    /** Never equal to another one. */
    @Override
    public String faulty(Expression.Faulty faulty) {
        return "faulty at " + faulty.span().start();
    }

    private static String not(boolean negated) {
        return negated ? " NOT" : "";
    }

    private static String list(List<Expression> expressions) {
        return expressions.stream().map(Canonical::of).collect(Collectors.joining(", ", "(", ")"));
    }
}

package io.quarry.kql;

import io.quarry.data.Type;
import io.quarry.kql.syntax.Expression;
import io.quarry.plan.Expr;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code in}, {@code in~}, {@code has_any}, {@code has_all}: a value against a list. Constant members, arrays flattened, become
 * one constant array; members that differ by row are compared one by one.
 */
final class Memberships {
    private final ScalarAnalyzer scalars;
    private final Analysis analysis;

    Memberships(ScalarAnalyzer scalars) {
        this.scalars = scalars;
        this.analysis = scalars.analysis();
    }

    Scalar analyze(Expression.Membership node) {
        Scalar value = scalars.analyze(node.value());
        List<Expr> members = new ArrayList<>(node.members().size());
        boolean known = value.isKnown();
        for (Expression member : node.members()) {
            if (isTable(member)) {
                analysis.table(member);
                analysis.unsupported(member.span(), "a table as the list of '" + node.operator() + "'");
                known = false;
                continue;
            }
            Scalar scalar = scalars.analyze(member);
            known &= scalar.isKnown();
            members.add(Constants.fold(scalar.expr()));
        }
        return known ? test(node, value.expr(), members) : Scalar.unknown(Type.BOOL);
    }

    private Scalar test(Expression.Membership node, Expr value, List<Expr> members) {
        String positive = TextOperators.positive(node.operator());
        boolean text = !positive.equals("in");
        if (text && !TextOperators.isText(value.type())) {
            new TextOperators(analysis).undefined(node.operator(), node.operatorSpan(), value.type(), Type.STRING);
            return Scalar.unknown(Type.BOOL);
        }
        Optional<Expr> test = members.stream().allMatch(Expr.Literal.class::isInstance)
                ? inConstants(positive, value, members, node.operatorSpan())
                : oneByOne(positive, value, members, node.operatorSpan());
        if (test.isEmpty()) {
            return Scalar.unknown(Type.BOOL);
        }
        return Scalar.of(positive.equals(node.operator()) ? test.get() : new Expr.Not(test.get()));
    }

    private Optional<Expr> inConstants(String operator, Expr value, List<Expr> members, Span span) {
        List<Object> list = new ArrayList<>();
        for (Expr member : members) {
            Expr.Literal literal = (Expr.Literal) member;
            if (literal.value() instanceof List<?> array) {
                list.addAll(array);
            } else {
                list.add(element(literal, value.type()));
            }
        }
        Expr array = new Expr.Literal(Type.DYNAMIC, list);
        Optional<Expr> call = Overloads.call(operator, List.of(value, array), analysis.origin(span));
        if (call.isEmpty()) {
            analysis.unsupported(span, "'" + operator + "' for " + value.type().label());
        }
        return call;
    }

    /** The member as an element of a dynamic array; a text is read where points in time, spans or guids are compared. */
    private Object element(Expr.Literal literal, Type type) {
        Expr.Literal member = literal;
        boolean read = type == Type.DATETIME || type == Type.TIMESPAN || type == Type.GUID;
        if (read && literal.type() == Type.STRING) {
            member = new Expr.Literal(
                    type, Literals.parse(type, (String) literal.value()).orElse(null));
        }
        return Conversions.convert(member, Type.DYNAMIC, analysis.origin(new Span(0, 0)))
                .map(expr -> ((Expr.Literal) expr).value())
                .orElse(null);
    }

    /** Any of the tests (for {@code has_all}: all of them); null is in no list. */
    private Optional<Expr> oneByOne(String operator, Expr value, List<Expr> members, Span span) {
        List<Expr> tests = new ArrayList<>(members.size());
        for (Expr member : members) {
            if (member.type() == Type.DYNAMIC && !(member instanceof Expr.Literal)) {
                return inColumn(operator, value, members, span);
            }
            Optional<Expr> test = test(operator, value, member, span);
            if (test.isEmpty()) {
                return Optional.empty();
            }
            tests.add(test.get());
        }
        Expr all = operator.equals("has_all") ? new Expr.And(tests) : new Expr.Or(tests);
        return Optional.of(new Expr.Case(
                List.of(all), List.of(new Expr.Literal(Type.BOOL, true)), new Expr.Literal(Type.BOOL, false)));
    }

    private Optional<Expr> test(String operator, Expr value, Expr member, Span span) {
        if (operator.equals("in")) {
            return new Comparisons(analysis).equal(value, member, span);
        }
        String single = operator.equals("in~") ? "=~" : "has";
        return Overloads.call(single, List.of(value, member), analysis.origin(span));
    }

    private Optional<Expr> inColumn(String operator, Expr value, List<Expr> members, Span span) {
        Optional<Expr> call = members.size() == 1
                ? Overloads.call(operator, List.of(value, members.get(0)), analysis.origin(span))
                : Optional.empty();
        if (call.isEmpty()) {
            analysis.unsupported(span, "'" + operator + "' with a list that differs by row");
        }
        return call;
    }

    private boolean isTable(Expression member) {
        if (member instanceof Expression.Parenthesized parenthesized) {
            return isTable(parenthesized.inner());
        }
        if (member instanceof Expression.Name name) {
            return scalars.row().schema().indexOf(name.name()) < 0
                    && (analysis.scope()
                                    .find(name.name())
                                    .filter(Scope.Table.class::isInstance)
                                    .isPresent()
                            || analysis.scope().find(name.name()).isEmpty()
                                    && analysis.catalog().find(name.name()).isPresent());
        }
        return member instanceof Expression.Pipe
                || member instanceof Expression.Leading
                || member instanceof Expression.DataTable
                || member instanceof Expression.Call call && TableCalls.isTable(call, analysis);
    }
}

package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Constants;
import io.quarry.kql.type.Conversions;
import io.quarry.kql.type.Overloads;
import io.quarry.plan.Expr;
import io.quarry.plan.Expr.Subquery.Form;
import io.quarry.plan.Origin;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code in}, {@code in~}, {@code has_any}, {@code has_all}: a value against a list. A table is the list of the values of its
 * first column. Constant members, arrays flattened, become one constant array; single values that differ by row are compared
 * one by one.
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
        if (node.members().size() == 1 && isTable(node.members().get(0))) {
            Scalar list = new Subqueries(analysis).values(node.members().get(0), value.type());
            return value.isKnown() && list.isKnown()
                    ? test(node, value.expr(), List.of(list.expr()))
                    : Scalar.unknown(Type.BOOL);
        }
        List<Expr> members = new ArrayList<>(node.members().size());
        boolean known = value.isKnown();
        for (Expression member : node.members()) {
            if (isTable(member)) {
                analysis.table(member);
                analysis.report(
                        KqlCode.SCALAR_EXPECTED,
                        member.span(),
                        "a table stands beside other members of the list, and single values are expected",
                        "a table can be the whole list of '" + node.operator() + "', or be made one value: "
                                + "toscalar(... | summarize make_set(...))");
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
            new TextOperators(analysis).undefined(node.operator(), node.value().span(), value.type(), Type.STRING);
            return Scalar.unknown(Type.BOOL);
        }
        Optional<Expr> test = test(positive, value, members, node.operatorSpan());
        if (test.isEmpty()) {
            return Scalar.unknown(Type.BOOL);
        }
        return Scalar.of(positive.equals(node.operator()) ? test.get() : new Expr.Not(test.get()));
    }

    private Optional<Expr> test(String operator, Expr value, List<Expr> members, Span span) {
        if (operator.equals("in") && value.type() == Type.DYNAMIC) {
            return members.size() == 1 && isValues(members.get(0))
                    ? dynamicInTable(value, (Expr.Subquery) members.get(0), span)
                    : dynamicTest(value, members, span);
        }
        if (members.stream().allMatch(Expr.Literal.class::isInstance)) {
            return inConstants(operator, value, members, span);
        }
        boolean lists = members.stream()
                .anyMatch(member -> !(member instanceof Expr.Literal) && member.type() == Type.DYNAMIC
                        || !member.subqueries().isEmpty());
        return lists ? inLists(operator, value, members, span) : oneByOne(operator, value, members, span);
    }

    private Optional<Expr> inConstants(String operator, Expr value, List<Expr> members, Span span) {
        if (operator.equals("in") && !members.stream().allMatch(member -> isElement(member, value.type()))) {
            return oneByOne(operator, value, members, span);
        }
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
        return call.isPresent() ? call : unsupported(operator, value.type(), span);
    }

    /** True for a constant that an array may hold to be compared there with values of the type, as {@code ==} does. */
    private static boolean isElement(Expr member, Type type) {
        return member.type() == type
                || member.type() == Type.DYNAMIC
                || member.type().isNumeric() && type.isNumeric()
                || Comparisons.read((Expr.Literal) member, type).isPresent();
    }

    /** A dynamic value is taken as the type of each member, as by ==; the elements of dynamic arrays keep their own. */
    private Optional<Expr> dynamicTest(Expr value, List<Expr> members, Span span) {
        Map<Type, List<Object>> constants = new EnumMap<>(Type.class);
        List<Expr> arrays = new ArrayList<>();
        List<Expr> singles = new ArrayList<>();
        for (Expr member : members) {
            if (member.type() == Type.DYNAMIC) {
                arrays.add(member);
            } else if (member instanceof Expr.Literal literal) {
                Type type = widened(member.type());
                constants.computeIfAbsent(type, t -> new ArrayList<>()).add(element(literal, type));
            } else {
                singles.add(member);
            }
        }
        List<Optional<Expr>> tests = new ArrayList<>();
        constants.forEach(
                (type, list) -> tests.add(dynamicIn(value, type, new Expr.Literal(Type.DYNAMIC, list), span)));
        if (!arrays.isEmpty()) {
            boolean known = arrays.stream().allMatch(Expr.Literal.class::isInstance);
            tests.add(known ? inConstants("in", value, arrays, span) : inLists("in", value, arrays, span));
        }
        if (!singles.isEmpty()) {
            tests.add(oneByOne("in", value, singles, span));
        }
        if (!tests.stream().allMatch(Optional::isPresent)) {
            return Optional.empty();
        }
        List<Expr> all = tests.stream().map(Optional::get).toList();
        return Optional.of(all.size() == 1 ? all.get(0) : new Expr.Or(all));
    }

    private Optional<Expr> dynamicInTable(Expr value, Expr.Subquery table, Span span) {
        return dynamicIn(value, widened(table.plan().schema().type(0)), table, span);
    }

    /** A whole number has to be in the list as a whole and as a real number, so 1.5 is not 1 and no digit is lost. */
    private Optional<Expr> dynamicIn(Expr value, Type type, Expr list, Span span) {
        Origin origin = analysis.origin(span);
        Optional<Expr> test = Conversions.convert(value, type, origin)
                .flatMap(converted -> Overloads.call("in", List.of(converted, list), origin));
        if (test.isEmpty()) {
            return unsupported("in", type, span);
        }
        return type != Type.LONG
                ? test
                : dynamicIn(value, Type.REAL, list, span).map(real -> new Expr.And(List.of(test.get(), real)));
    }

    private static Type widened(Type type) {
        return type == Type.INT ? Type.LONG : type;
    }

    private Optional<Expr> unsupported(String operator, Type type, Span span) {
        analysis.unsupported(span, "'" + operator + "' for " + type.label());
        return Optional.empty();
    }

    /** The member as an element of a dynamic array; a text is read where points in time, spans or guids are compared. */
    private Object element(Expr.Literal literal, Type type) {
        Expr.Literal member = literal.type() == type
                ? literal
                : Comparisons.read(literal, type).orElse(literal);
        return Conversions.convert(member, Type.DYNAMIC, analysis.origin(new Span(0, 0)))
                .map(expr -> ((Expr.Literal) expr).value())
                .orElse(null);
    }

    /** Any of the tests (for {@code has_all}: all of them); null is in no list. */
    private Optional<Expr> oneByOne(String operator, Expr value, List<Expr> members, Span span) {
        List<Expr> tests = new ArrayList<>(members.size());
        for (Expr member : members) {
            Optional<Expr> test = single(operator, value, member, span);
            if (test.isEmpty()) {
                return Optional.empty();
            }
            tests.add(test.get());
        }
        Expr all = operator.equals("has_all") ? new Expr.And(tests) : new Expr.Or(tests);
        return Optional.of(new Expr.Case(
                List.of(all), List.of(new Expr.Literal(Type.BOOL, true)), new Expr.Literal(Type.BOOL, false)));
    }

    private Optional<Expr> single(String operator, Expr value, Expr member, Span span) {
        if (operator.equals("in")) {
            return new Comparisons(analysis).equal(value, member, span);
        }
        String single = operator.equals("in~") ? "=~" : "has";
        return Overloads.call(single, List.of(value, member), analysis.origin(span));
    }

    private static boolean isValues(Expr member) {
        return member instanceof Expr.Subquery values && values.form() == Form.VALUES;
    }

    /** Members that may be arrays are put together to one list where the query runs. */
    private Optional<Expr> inLists(String operator, Expr value, List<Expr> members, Span span) {
        if (members.size() == 1 && isValues(members.get(0))) {
            return Overloads.call(operator, List.of(value, members.get(0)), analysis.origin(span));
        }
        List<Expr> elements = new ArrayList<>(members.size());
        for (Expr member : members) {
            Expr read = member.type() == Type.STRING && Comparisons.readsText(value.type())
                    ? Conversions.convert(member, value.type(), analysis.origin(span))
                            .orElse(member)
                    : member;
            Optional<Expr> element = Conversions.convert(read, Type.DYNAMIC, analysis.origin(span));
            if (element.isEmpty()) {
                return unsupported(operator, member.type(), span);
            }
            elements.add(element.get());
        }
        Optional<Expr> list = Overloads.call("members", elements, analysis.origin(span));
        Optional<Expr> call = list.flatMap(all -> Overloads.call(operator, List.of(value, all), analysis.origin(span)));
        return call.isPresent() ? call : unsupported(operator, value.type(), span);
    }

    /** True for an operand that stands for a table and no value of the row. */
    boolean isTable(Expression member) {
        if (member instanceof Expression.Parenthesized parenthesized) {
            return isTable(parenthesized.inner());
        }
        if (member instanceof Expression.Name name) {
            return scalars.row().schema().indexOf(name.name()) < 0
                    && (analysis.scope().find(name.name()).isPresent()
                            ? TableExpressions.isTabular(name, analysis)
                            : analysis.catalog().find(name.name()).isPresent());
        }
        return !(member instanceof Expression.Foreign) && TableExpressions.isTabular(member, analysis);
    }
}

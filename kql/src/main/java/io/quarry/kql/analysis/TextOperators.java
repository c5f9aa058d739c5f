package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Overloads;
import io.quarry.kql.type.Shape;
import io.quarry.plan.Expr;
import io.quarry.plan.FunctionException;
import io.quarry.plan.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code has}, {@code contains}, {@code =~}, {@code matches regex} and their kin, over texts and the text of dynamic values. */
final class TextOperators {
    /** Operators under another name, with the name of the positive form. */
    private static final Map<String, String> NEGATIONS = Map.of(
            "!~", "=~", "notcontains", "contains", "notcontains_cs", "contains_cs", "notcontainscs", "contains_cs");

    /** Operators that look for one term, which is a text or a dynamic value of no kind that is known. */
    private static final Set<String> TERMS =
            Set.of("has", "has_cs", "hasprefix", "hasprefix_cs", "hassuffix", "hassuffix_cs");

    private final Analysis analysis;

    TextOperators(Analysis analysis) {
        this.analysis = analysis;
    }

    Scalar match(Expression.Binary node, Scalar left, Scalar right) {
        if (!left.isKnown() || !right.isKnown()) {
            return Scalar.unknown(Type.BOOL);
        }
        if (!isText(left.type()) || !isText(right.type())) {
            undefined(node.operator(), node.operatorSpan(), left.type(), right.type());
            return Scalar.unknown(Type.BOOL);
        }
        String positive = positive(node.operator());
        if (TERMS.contains(positive)
                && right.type() == Type.DYNAMIC
                && !right.shape().equals(Shape.ANY)) {
            severalTerms(node, right.shape());
            return Scalar.unknown(Type.BOOL);
        }
        Optional<Expr> call = Overloads.call(
                positive.equals("containscs") ? "contains_cs" : positive,
                List.of(left.expr(), right.expr()),
                analysis.origin(node.operatorSpan()));
        if (call.isEmpty()) {
            analysis.unsupported(node.operatorSpan(), "'" + node.operator() + "'");
            return Scalar.unknown(Type.BOOL);
        }
        checkPattern(positive, right.expr(), node.right().span());
        return Scalar.of(
                positive.equals(node.operator()) || node.operator().equals("containscs")
                        ? call.get()
                        : new Expr.Not(call.get()));
    }

    private void severalTerms(Expression.Binary node, Shape found) {
        analysis.report(
                KqlCode.WRONG_TYPE,
                node.operatorSpan(),
                "'" + node.operator() + "' looks for a text, found " + found.label(),
                found instanceof Shape.Array
                        ? "for any of several, write has_any (...); for all of them, has_all (...)"
                        : "take the text of a value with tostring()");
    }

    /** A constant pattern that is no regular expression is refused before the query runs. */
    void checkPattern(String operator, Expr pattern, Span span) {
        if (!operator.equals("matches regex") || !(pattern instanceof Expr.Literal literal)) {
            return;
        }
        try {
            Overloads.call(operator, List.of(new Expr.Literal(Type.STRING, ""), literal), analysis.origin(span))
                    .filter(Expr.Call.class::isInstance)
                    .map(Expr.Call.class::cast)
                    .ifPresent(call -> call.function().apply(new Object[] {"", literal.value()}));
        } catch (FunctionException e) {
            analysis.report(KqlCode.INVALID_LITERAL, span, e.getMessage());
        }
    }

    /** The operator without its negation. */
    static String positive(String operator) {
        String named = NEGATIONS.get(operator);
        return named != null ? named : operator.startsWith("!") ? operator.substring(1) : operator;
    }

    static boolean isText(Type type) {
        return type == Type.STRING || type == Type.DYNAMIC;
    }

    void undefined(String operator, Span span, Type left, Type right) {
        analysis.report(
                KqlCode.WRONG_TYPE,
                span,
                "'" + operator + "' compares texts, found " + left.label() + " and " + right.label(),
                "take the text of a value with tostring()");
    }
}

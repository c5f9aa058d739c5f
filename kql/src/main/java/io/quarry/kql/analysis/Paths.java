package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Conversions;
import io.quarry.kql.type.Overloads;
import io.quarry.kql.type.Shape;
import io.quarry.plan.Expr;
import io.quarry.plan.Span;
import java.util.List;
import java.util.Optional;

/** {@code d.x}, {@code d["x"]} and {@code d[0]}: what is in a dynamic value; null where nothing is. */
final class Paths {
    private final Analysis analysis;

    Paths(Analysis analysis) {
        this.analysis = analysis;
    }

    Scalar member(Expression.Member node, Scalar object) {
        String name = node.member().name();
        return access(object, Scalar.literal(Type.STRING, name), node.member().span())
                .shaped(object.shape().member(name));
    }

    Scalar element(Expression.Element node, Scalar object, Scalar index) {
        int open = analysis.problems()
                .source()
                .text()
                .lastIndexOf('[', node.index().span().start());
        Span brackets = new Span(open, node.span().end());
        boolean isDynamic = object.isKnown() && object.type() == Type.DYNAMIC;
        if (isDynamic && index.isKnown() && !isIndex(index.type(), object.shape())) {
            refuse(object.shape(), index.type(), node, brackets);
            return Scalar.UNKNOWN;
        }
        Shape within = index.expr() instanceof Expr.Literal literal && literal.value() instanceof String name
                ? object.shape().member(name)
                : object.shape().element();
        return access(object, index, brackets).shaped(within);
    }

    /** True for what finds elements in a value: whole numbers in arrays, texts in bags, dynamic ones in both. */
    private static boolean isIndex(Type key, Shape object) {
        boolean ofArray = !(object instanceof Shape.Bag) && (key == Type.INT || key == Type.LONG);
        boolean ofBag = !(object instanceof Shape.Array) && key == Type.STRING;
        return !(object instanceof Shape.Single) && (key == Type.DYNAMIC || ofArray || ofBag);
    }

    private void refuse(Shape object, Type index, Expression.Element node, Span brackets) {
        boolean isSingle = object instanceof Shape.Single;
        analysis.report(
                KqlCode.WRONG_TYPE,
                isSingle ? brackets : node.index().span(),
                (isSingle ? "there is nothing in " : "no element is found in ")
                        + (object.equals(Shape.ANY) ? "a dynamic value" : object.label()) + " by a " + index.label(),
                "an array has elements by whole numbers, a bag has members by texts");
    }

    private Scalar access(Scalar object, Scalar key, Span span) {
        if (!object.isKnown() || !key.isKnown()) {
            return Scalar.UNKNOWN;
        }
        if (object.type() != Type.DYNAMIC) {
            analysis.report(
                    KqlCode.WRONG_TYPE,
                    span,
                    "only a dynamic value has members, found " + object.type().label(),
                    "read a text as JSON with parse_json()");
            return Scalar.UNKNOWN;
        }
        Expr index = key.type() == Type.INT
                ? Conversions.convert(key.expr(), Type.LONG, analysis.origin(span))
                        .orElse(key.expr())
                : key.expr();
        Optional<Expr> call = Overloads.call("[]", List.of(object.expr(), index), analysis.origin(span));
        if (call.isEmpty()) {
            analysis.unsupported(span, "an index of type " + key.type().label());
        }
        return call.map(Scalar::of).orElse(Scalar.UNKNOWN);
    }
}

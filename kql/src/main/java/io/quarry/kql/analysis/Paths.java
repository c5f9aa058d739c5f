package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Conversions;
import io.quarry.kql.type.Overloads;
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
        return access(
                object,
                Scalar.literal(Type.STRING, node.member().name()),
                node.member().span());
    }

    Scalar element(Expression.Element node, Scalar object, Scalar index) {
        Span brackets = new Span(node.object().span().end(), node.span().end());
        return access(object, index, brackets);
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

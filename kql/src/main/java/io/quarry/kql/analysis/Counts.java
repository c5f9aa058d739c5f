package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Constants;
import io.quarry.plan.Expr;
import java.util.Optional;
import java.util.OptionalLong;

/** Numbers of rows, which have to be known before the query runs. */
public final class Counts {
    private final Analysis analysis;

    public Counts(Analysis analysis) {
        this.analysis = analysis;
    }

    /** The number; 0 after reporting what is none. */
    public OptionalLong rows(Expression node) {
        Scalar value = analysis.constant(node);
        if (!value.isKnown()) {
            return OptionalLong.of(0);
        }
        if (!value.expr().subqueries().isEmpty()) {
            analysis.unsupported(node.span(), "a number of rows that a table gives");
            return OptionalLong.of(0);
        }
        Optional<Expr.Literal> literal = Constants.literal(value.expr());
        boolean whole = value.type() == Type.LONG || value.type() == Type.INT;
        if (literal.isEmpty()
                || !whole
                || literal.get().value() == null
                || (Long) literal.get().value() < 0) {
            String found = literal.filter(constant -> whole && constant.value() != null)
                    .map(constant -> ", found " + constant.value())
                    .orElse("");
            analysis.report(
                    KqlCode.CONSTANT_EXPECTED,
                    node.span(),
                    "the number of rows has to be a constant whole number, 0 or more" + found);
            return OptionalLong.of(0);
        }
        return OptionalLong.of((Long) literal.get().value());
    }
}

package io.quarry.kql.analysis;

import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.Scope;
import io.quarry.kql.syntax.Expression;
import io.quarry.plan.Expr;
import java.util.Optional;

/** References to the state of a step of {@code scan}. */
final class States {
    private final Analysis analysis;

    States(Analysis analysis) {
        this.analysis = analysis;
    }

    /** {@code step.column}: the column of the row that the sequence has at the step. */
    Scalar column(Expression.Name step, Scope.State state, Expression.Name column) {
        Optional<Scalar> value = state.columns().column(column.name());
        if (value.isEmpty()) {
            new UnknownNames(analysis).column(column, state.columns());
            return Scalar.UNKNOWN;
        }
        if (state.first().isEmpty()) {
            analysis.unsupported(step.span(), "the state of a later step");
            return Scalar.unknown(value.get().type());
        }
        if (state.depth() != analysis.depth()) {
            analysis.unsupported(step.span(), "the state of a step inside of a sub-query");
            return Scalar.unknown(value.get().type());
        }
        int index = state.columns().schema().indexOf(column.name());
        return index < 0
                ? value.get()
                : new Scalar(
                        new Expr.Column(
                                state.first().getAsInt() + index, value.get().type()),
                        value.get().shape());
    }

    /** A step's name without a column. */
    Scalar whole(Expression.Name step) {
        analysis.report(
                KqlCode.COLUMN_EXPECTED,
                step.span(),
                "the step '" + step.name() + "' leads to a row, and the column is missing",
                "write " + step.name() + "., and a column's name");
        return Scalar.UNKNOWN;
    }
}

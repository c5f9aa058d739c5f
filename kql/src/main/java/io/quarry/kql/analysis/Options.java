package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.type.Constants;
import io.quarry.plan.Expr;
import io.quarry.plan.Parameters;
import io.quarry.plan.Plan;
import io.quarry.plan.Span;
import java.util.Optional;

/** The options of {@code set} that change what a query answers. */
public final class Options {
    /** What {@code now()} is. */
    static final String NOW = "query_now";

    /** How many rows the query gives at most. */
    static final String MOST_ROWS = "query_take_max_records";

    private final Analysis analysis;

    public Options(Analysis analysis) {
        this.analysis = analysis;
    }

    /** The value as one that the option takes. */
    Scalar checked(String option, Scalar value, Span span) {
        Type type =
                switch (option) {
                    case NOW -> Type.DATETIME;
                    case MOST_ROWS -> Type.LONG;
                    default -> value.type();
                };
        if (!value.isKnown()) {
            return Scalar.unknown(type);
        }
        Optional<Expr.Literal> literal = Constants.literal(value.expr());
        boolean fits =
                value.type() == type && literal.isPresent() && (!option.equals(MOST_ROWS) || isCount(literal.get()));
        if (fits) {
            return value;
        }
        analysis.report(
                KqlCode.WRONG_TYPE,
                span,
                "the option " + option + " takes a constant of type " + type.label() + ", found "
                        + (value.type() == type ? "another value" : value.type().label()));
        return Scalar.unknown(type);
    }

    private static boolean isCount(Expr.Literal literal) {
        return literal.value() instanceof Long rows && rows >= 0;
    }

    /** When the query runs. */
    Expr now() {
        return Statements.option(NOW, analysis).map(Scalar::expr).orElse(Parameters.NOW);
    }

    /** The rows that the query gives of these. */
    public Plan limited(Plan rows) {
        Optional<Expr.Literal> most =
                Statements.option(MOST_ROWS, analysis).flatMap(option -> Constants.literal(option.expr()));
        return most.isPresent() && most.get().value() instanceof Long count ? new Plan.Limit(rows, count) : rows;
    }
}

package io.quarry.kql.analysis;

import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.Weights;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Conversions;
import io.quarry.kql.type.NullTexts;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import io.quarry.plan.Span;
import java.util.List;
import java.util.Optional;

/** Tables whose first column is taken into an expression: as one value, or as the list of {@code in} and its kin. */
final class Subqueries {
    private final Analysis analysis;

    Subqueries(Analysis analysis) {
        this.analysis = analysis;
    }

    /** The first column of the first row; of no row, null or the empty text. */
    Scalar first(Expression expression) {
        Relation table = analysis.table(expression);
        Optional<Scalar> column = firstColumn(table, expression.span());
        if (column.isEmpty()) {
            return Scalar.UNKNOWN;
        }
        Plan first = new Plan.Limit(once(only(column.get().expr(), table)), 1);
        Scalar value = limited(new Expr.Subquery(first, Expr.Subquery.Form.FIRST), column.get(), expression.span());
        return value.isKnown() && value.type() == Type.STRING
                ? Scalar.of(NullTexts.filled(value.expr(), analysis.origin(expression.span())))
                : value;
    }

    /** A value that no table gives; what chance decides is decided once. */
    Scalar once(Scalar value) {
        if (value.expr().isDeterministic()) {
            return value;
        }
        Plan row = new Plan.Values(Schema.of(), List.of(List.of()));
        Plan only = once(new Plan.Project(row, List.of(new NamedExpr("value", value.expr()))));
        return new Scalar(new Expr.Subquery(only, Expr.Subquery.Form.FIRST), value.shape());
    }

    /** The plan under a name of its own where chance decides on it: equal ones are not to have the same values then. */
    private Plan once(Plan plan) {
        if (plan.isDeterministic()) {
            return plan;
        }
        String name = "value " + analysis.expansions().nextOfChance();
        Expr value = new Expr.Column(0, plan.schema().type(0));
        return new Plan.Project(plan, List.of(new NamedExpr(name, value)));
    }

    /**
     * All values of the first column.
     *
     * @param compared the type of what is looked for among them
     */
    Scalar values(Expression expression, Type compared) {
        Relation table = analysis.table(expression);
        Optional<Scalar> column = firstColumn(table, expression.span());
        if (column.isEmpty()) {
            return Scalar.UNKNOWN;
        }
        Expr value = column.get().expr();
        if (value.type() == Type.STRING && Comparisons.readsText(compared)) {
            value = Conversions.convert(value, compared, analysis.origin(expression.span()))
                    .orElse(value);
        }
        Expr.Subquery values = new Expr.Subquery(only(value, table), Expr.Subquery.Form.VALUES);
        return limited(values, column.get(), expression.span());
    }

    private Optional<Scalar> firstColumn(Relation table, Span span) {
        if (table.schema().size() > 0) {
            return Optional.of(table.column(0));
        }
        if (!table.isOpen()) {
            analysis.report(KqlCode.UNKNOWN_COLUMN, span, "the table has no column whose values could be taken");
        }
        return Optional.empty();
    }

    private static Plan only(Expr column, Relation table) {
        return new Plan.Project(
                table.plan(), List.of(new NamedExpr(table.schema().name(0), column)));
    }

    private Scalar limited(Expr.Subquery subquery, Scalar column, Span span) {
        if (Weights.of(subquery) > Weights.MOST) {
            analysis.report(CommonCode.LIMIT, span, "the tables inside of expressions expand to too many steps");
            return Scalar.unknown(subquery.type());
        }
        return new Scalar(subquery, column.shape());
    }
}

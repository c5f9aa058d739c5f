package io.quarry.engine.rule;

import io.quarry.plan.Expr;
import io.quarry.plan.Plan;

/** Gives parameters their values. */
public final class Binding {
    private Binding() {}

    /** The plan with the value in place of the parameter, wherever it stands. */
    public static Plan bind(Plan plan, Expr.Parameter parameter, Object value) {
        return bind(plan, parameter, new Expr.Literal(parameter.type(), value));
    }

    private static Plan bind(Plan plan, Expr.Parameter parameter, Expr.Literal literal) {
        Plan overBound = plan.withInputs(plan.inputs().stream()
                .map(input -> bind(input, parameter, literal))
                .toList());
        return overBound.withExpressions(expr -> bind(expr, parameter, literal));
    }

    private static Expr bind(Expr expr, Expr.Parameter parameter, Expr.Literal literal) {
        if (expr.equals(parameter)) {
            return literal;
        }
        if (expr instanceof Expr.Subquery subquery) {
            return subquery.over(bind(subquery.plan(), parameter, literal));
        }
        if (expr.children().isEmpty()) {
            return expr;
        }
        return expr.withChildren(expr.children().stream()
                .map(child -> bind(child, parameter, literal))
                .toList());
    }
}

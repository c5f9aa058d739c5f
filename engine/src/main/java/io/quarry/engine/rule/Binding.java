package io.quarry.engine.rule;

import io.quarry.plan.Expr;
import io.quarry.plan.Plan;

/** Gives parameters their values. */
public final class Binding {
    private Binding() {}

    /** The plan with the value in place of the parameter, wherever it stands. */
    public static Plan bind(Plan plan, Expr.Parameter parameter, Object value) {
        Expr.Literal literal = new Expr.Literal(parameter.type(), value);
        PlanExpressions bindings = new PlanExpressions(expr -> bind(expr, parameter, literal));
        return bind(plan, bindings);
    }

    private static Plan bind(Plan plan, PlanExpressions bindings) {
        Plan overBound = plan.withInputs(
                plan.inputs().stream().map(input -> bind(input, bindings)).toList());
        return overBound.accept(bindings);
    }

    private static Expr bind(Expr expr, Expr.Parameter parameter, Expr.Literal literal) {
        if (expr.equals(parameter)) {
            return literal;
        }
        if (expr.children().isEmpty()) {
            return expr;
        }
        return expr.withChildren(expr.children().stream()
                .map(child -> bind(child, parameter, literal))
                .toList());
    }
}

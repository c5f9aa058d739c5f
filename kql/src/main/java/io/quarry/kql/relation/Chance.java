package io.quarry.kql.relation;

import io.quarry.plan.Expr;
import io.quarry.plan.Plan;

/** Whether something is another value each time it is computed, as {@code rand()} is. */
public final class Chance {
    private Chance() {}

    public static boolean decides(Expr expr) {
        return expr instanceof Expr.Call call && !call.function().isDeterministic()
                || expr instanceof Expr.Subquery subquery && decides(subquery.plan())
                || expr.children().stream().anyMatch(Chance::decides);
    }

    public static boolean decides(Plan plan) {
        return plan.expressions().stream().anyMatch(Chance::decides)
                || plan.inputs().stream().anyMatch(Chance::decides);
    }
}

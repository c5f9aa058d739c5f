package io.quarry.detect.replay;

import io.quarry.plan.Expr;
import io.quarry.plan.Parameters;
import io.quarry.plan.Plan;

/** Whether a plan or expression depends on the time at which it runs. */
final class Clock {
    private Clock() {}

    /** True if the answer of the plan depends on {@link Parameters#NOW}. */
    static boolean isReadBy(Plan plan) {
        return plan.expressions().stream().anyMatch(Clock::isReadBy)
                || plan.inputs().stream().anyMatch(Clock::isReadBy);
    }

    static boolean isReadBy(Expr expr) {
        return expr.equals(Parameters.NOW)
                || expr instanceof Expr.Subquery subquery && isReadBy(subquery.plan())
                || expr.children().stream().anyMatch(Clock::isReadBy);
    }
}

package io.quarry.engine.operator;

import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The steps that occur more than once in a plan and whose rows are held anyhow: aggregations, sorts, windows and matches,
 * unless chance has a part in them. They are executed once.
 */
final class RepeatedSteps {
    private final Map<Plan, Integer> counts = new HashMap<>();
    private final Set<Plan> repeated = new HashSet<>();

    private RepeatedSteps() {}

    static Set<Plan> in(Plan plan) {
        RepeatedSteps steps = new RepeatedSteps();
        steps.count(plan);
        return Set.copyOf(steps.repeated);
    }

    /** What is below a repeated step is counted once. */
    private void count(Plan plan) {
        if (isHolding(plan) && isDeterministic(plan) && counts.merge(plan, 1, Integer::sum) > 1) {
            repeated.add(plan);
            return;
        }
        plan.inputs().forEach(this::count);
    }

    private static boolean isHolding(Plan plan) {
        return plan instanceof Plan.Aggregate
                || plan instanceof Plan.Sort
                || plan instanceof Plan.Window
                || plan instanceof Plan.Match;
    }

    private static boolean isDeterministic(Plan plan) {
        return plan.expressions().stream().allMatch(RepeatedSteps::isDeterministic)
                && plan.inputs().stream().allMatch(RepeatedSteps::isDeterministic);
    }

    private static boolean isDeterministic(Expr expr) {
        return !(expr instanceof Expr.Call call && !call.function().isDeterministic())
                && expr.children().stream().allMatch(RepeatedSteps::isDeterministic);
    }
}

package io.quarry.engine.rule;

import io.quarry.plan.Plan;
import java.util.Optional;

/** Computes what does not depend on any row. */
final class FoldConstants implements Rule {
    private static final PlanExpressions FOLDED = new PlanExpressions(new ConstantFolding()::fold);

    @Override
    public Optional<Plan> apply(Plan plan) {
        return Optional.of(plan.accept(FOLDED));
    }
}

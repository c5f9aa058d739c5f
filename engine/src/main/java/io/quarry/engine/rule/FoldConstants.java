package io.quarry.engine.rule;

import io.quarry.plan.Plan;
import java.util.Optional;

/** Computes what does not depend on any row. */
final class FoldConstants implements Rule {
    private static final ConstantFolding FOLDING = new ConstantFolding();

    @Override
    public Optional<Plan> apply(Plan plan) {
        return Optional.of(plan.withExpressions(FOLDING::fold));
    }
}

package io.quarry.engine.rule;

import io.quarry.plan.Plan;
import java.util.Optional;

/** {@code Limit n (Limit m x)} is {@code Limit min(n, m) x}. */
final class MergeLimits implements Rule {
    @Override
    public Optional<Plan> apply(Plan plan) {
        if (plan instanceof Plan.Limit outer && outer.input() instanceof Plan.Limit inner) {
            return Optional.of(new Plan.Limit(inner.input(), Math.min(outer.rows(), inner.rows())));
        }
        return Optional.empty();
    }
}

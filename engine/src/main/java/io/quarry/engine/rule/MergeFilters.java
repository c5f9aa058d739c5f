package io.quarry.engine.rule;

import io.quarry.plan.Plan;
import java.util.Optional;

/** {@code Filter b (Filter a x)} is {@code Filter (a and b) x}. */
final class MergeFilters implements Rule {
    @Override
    public Optional<Plan> apply(Plan plan) {
        if (plan instanceof Plan.Filter outer && outer.input() instanceof Plan.Filter inner) {
            return Optional.of(new Plan.Filter(inner.input(), Conjunction.both(inner.condition(), outer.condition())));
        }
        return Optional.empty();
    }
}

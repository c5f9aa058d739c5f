package io.quarry.engine.rule;

import io.quarry.plan.Plan;
import java.util.Optional;
import java.util.OptionalLong;

/** The first rows of a sort need no full sort. */
final class LimitSort implements Rule {
    @Override
    public Optional<Plan> apply(Plan plan) {
        if (plan instanceof Plan.Limit limit && limit.input() instanceof Plan.Sort sort) {
            long rows = Math.min(limit.rows(), sort.limit().orElse(Long.MAX_VALUE));
            return Optional.of(new Plan.Sort(sort.input(), sort.keys(), OptionalLong.of(rows)));
        }
        return Optional.empty();
    }
}

package io.quarry.engine.rule;

import io.quarry.plan.Plan;
import java.util.List;
import java.util.Optional;

/** The first rows of a projection are the projection of the first rows. */
final class PushLimitDown implements Rule {
    @Override
    public Optional<Plan> apply(Plan plan) {
        if (plan instanceof Plan.Limit limit && limit.input() instanceof Plan.Project project) {
            return Optional.of(project.withInputs(List.of(new Plan.Limit(project.input(), limit.rows()))));
        }
        return Optional.empty();
    }
}

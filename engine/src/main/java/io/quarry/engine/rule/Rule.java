package io.quarry.engine.rule;

import io.quarry.plan.Plan;
import java.util.Optional;

/** One rewrite of one step: a plan with the same schema and the same rows, or empty where it does not apply. */
interface Rule {
    Optional<Plan> apply(Plan plan);
}

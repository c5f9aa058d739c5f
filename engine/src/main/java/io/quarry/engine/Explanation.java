package io.quarry.engine;

import io.quarry.plan.Plan;
import io.quarry.plan.PlanText;

/**
 * What a query is made into: the plan that says what it means, and the plan that is run for it.
 *
 * @param meaning the plan as the front end gave it
 * @param run the plan after rewriting, as far as that goes before the clock is known
 */
public record Explanation(Plan meaning, Plan run) {
    public static Explanation of(Plan plan) {
        return new Explanation(plan, Engine.rewrite(plan));
    }

    /** Both plans for people: a step a line, the last step first, its inputs below it and indented. */
    public String text() {
        String before = PlanText.of(meaning);
        String after = PlanText.of(run);
        return before.equals(after)
                ? "as written, and as run:\n" + before
                : "as written:\n" + before + "\nas run:\n" + after;
    }
}

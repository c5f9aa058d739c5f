package io.quarry.engine.rule;

import io.quarry.plan.Plan;
import java.util.List;

/** Applies the rules, bottom up, until none changes the plan. */
public final class Rewriter {
    private static final List<Rule> RULES = List.of(new MergeLimits());

    private Rewriter() {}

    public static Plan rewrite(Plan plan) {
        Plan current = plan;
        Plan next = pass(current);
        while (!next.equals(current)) {
            current = next;
            next = pass(current);
        }
        return current;
    }

    private static Plan pass(Plan plan) {
        Plan rewritten =
                plan.withInputs(plan.inputs().stream().map(Rewriter::pass).toList());
        for (Rule rule : RULES) {
            rewritten = rule.apply(rewritten).orElse(rewritten);
        }
        return rewritten;
    }
}

package io.quarry.engine.rule;

import io.quarry.plan.Plan;
import java.util.List;

/**
 * Applies the rules, bottom up, and drops unused columns, until nothing changes.
 *
 * <p>Sub-queries are rewritten first, each by itself. A rewritten plan gives the same rows. A function may no longer fail, where no answer needs its value; and it may fail
 * for a row that a join or an unnesting drops, where a filter has moved below it.
 */
public final class Rewriter {
    private static final List<Rule> RULES = List.of(
            new FoldConstants(),
            new DecideFilter(),
            new MergeFilters(),
            new PushFilterDown(),
            new PushFilterIntoJoin(),
            new PushFilterIntoAggregate(),
            new PushFilterIntoUnnest(),
            new MergeLimits(),
            new PushLimitDown(),
            new LimitSort(),
            new MergeProjects(),
            new ShareCalls(),
            new DropIdentityProject());

    /** Far more than any plan needs: each pass moves every filter and limit at least one step down. */
    private static final int MOST_PASSES = 200;

    private Rewriter() {}

    public static Plan rewrite(Plan plan) {
        Plan current = plan.withSubqueries(subquery -> subquery.over(rewrite(subquery.plan())));
        for (int i = 0; i < MOST_PASSES; i++) {
            Plan next = ColumnPruning.prune(pass(current));
            if (next.equals(current)) {
                return next;
            }
            current = next;
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

package io.quarry.engine.rule;

import io.quarry.plan.Plan;
import java.util.List;

/**
 * Applies the rules and drops unused columns, until nothing changes.
 *
 * <p>Sub-queries are rewritten first, each by itself. A rewritten plan gives the same rows. A function may no longer fail,
 * where no answer needs its value; and it may fail for a row that a join or an unnesting drops, where a filter has moved
 * below it.
 */
public final class Rewriter {
    /** Those that move something down are applied from the top, so that it goes all the way in one pass. */
    private static final List<Rule> FROM_THE_TOP = List.of(
            new MergeFilters(),
            new PushFilterDown(),
            new PushFilterIntoJoin(),
            new PushFilterIntoAggregate(),
            new PushFilterIntoUnnest(),
            new MergeLimits(),
            new PushLimitDown());

    private static final List<Rule> FROM_THE_BOTTOM = List.of(
            new FoldConstants(),
            new DecideFilter(),
            new LimitSort(),
            new MergeProjects(),
            new ShareCalls(),
            new DropIdentityProject());

    /** Far more than any plan needs, however deep it is. */
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
        Plan moved = applied(FROM_THE_TOP, plan);
        return applied(
                FROM_THE_BOTTOM,
                moved.withInputs(moved.inputs().stream().map(Rewriter::pass).toList()));
    }

    private static Plan applied(List<Rule> rules, Plan plan) {
        Plan rewritten = plan;
        for (Rule rule : rules) {
            rewritten = rule.apply(rewritten).orElse(rewritten);
        }
        return rewritten;
    }
}

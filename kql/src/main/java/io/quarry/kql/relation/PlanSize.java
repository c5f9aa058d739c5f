package io.quarry.kql.relation;

import io.quarry.plan.Plan;
import java.util.Collection;

/**
 * How large a plan is as a tree. Variables make it grow fast, since a table that is used twice is there twice.
 *
 * @param steps the number of steps
 * @param depth the number of steps on the longest way to a source; what reads a plan does so by recursion
 */
public record PlanSize(long steps, int depth) {
    private static final long MOST_STEPS = 20_000;
    private static final int DEEPEST = 400;

    public static final PlanSize ONE = new PlanSize(1, 1);

    /** The size of a plan that is there. */
    public static PlanSize of(Plan plan) {
        return over(plan.inputs().stream().map(PlanSize::of).toList());
    }

    /** The size with one more step. */
    public PlanSize next() {
        return new PlanSize(steps + 1, depth + 1);
    }

    /** The size of one step over several plans. */
    public static PlanSize over(Collection<PlanSize> inputs) {
        long steps = inputs.stream().mapToLong(PlanSize::steps).sum();
        int depth = inputs.stream().mapToInt(PlanSize::depth).max().orElse(0);
        return new PlanSize(steps, depth).next();
    }

    public boolean isTooLarge() {
        return steps > MOST_STEPS || depth > DEEPEST;
    }

    /** The limits in words. */
    public static String limits() {
        return MOST_STEPS + " steps, or " + DEEPEST + " in a row";
    }
}

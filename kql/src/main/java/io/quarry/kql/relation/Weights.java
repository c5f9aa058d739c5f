package io.quarry.kql.relation;

import io.quarry.plan.Expr;
import io.quarry.plan.Plan;

/**
 * How many nodes an expression has as a tree, the plans of its sub-queries included; variables that are used twice make it
 * grow fast.
 */
public final class Weights {
    /** Longer values of variables are refused. */
    public static final int MOST = 100_000;

    /** How many steps may stand below each other, those of sub-queries of sub-queries included. */
    private static final int DEEPEST = 400;

    private Weights() {}

    /** The number of nodes, or something above {@link #MOST} as soon as there are more, or they are too deep. */
    public static int of(Expr expr) {
        return add(expr, 0, 0);
    }

    private static int add(Expr expr, int before, int depth) {
        int weight = before + 1;
        if (expr instanceof Expr.Subquery subquery) {
            return add(subquery.plan(), weight, depth);
        }
        for (Expr child : expr.children()) {
            if (weight > MOST) {
                return weight;
            }
            weight = add(child, weight, depth);
        }
        return weight;
    }

    private static int add(Plan plan, int before, int depth) {
        int weight = depth > DEEPEST ? MOST + 1 : before + 1;
        for (Expr expr : plan.expressions()) {
            if (weight > MOST) {
                return weight;
            }
            weight = add(expr, weight, depth + 1);
        }
        for (Plan input : plan.inputs()) {
            if (weight > MOST) {
                return weight;
            }
            weight = add(input, weight, depth + 1);
        }
        return weight;
    }
}

package io.quarry.kql;

import io.quarry.plan.Expr;

/** How many nodes an expression has as a tree; variables that are used twice make it grow fast. */
final class Weights {
    /** Longer values of variables are refused. */
    static final int MOST = 100_000;

    private Weights() {}

    /** The number of nodes, or something above {@link #MOST} as soon as there are more. */
    static int of(Expr expr) {
        return add(expr, 0);
    }

    private static int add(Expr expr, int before) {
        int weight = before + 1;
        for (Expr child : expr.children()) {
            if (weight > MOST) {
                return weight;
            }
            weight = add(child, weight);
        }
        return weight;
    }
}

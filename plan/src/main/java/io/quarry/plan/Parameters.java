package io.quarry.plan;

import io.quarry.data.Type;

/** The parameters that plans use. */
public final class Parameters {
    /** When the query runs: {@code now()} and what is relative to it. One value for a whole run. */
    public static final Expr.Parameter NOW = new Expr.Parameter("now", Type.DATETIME);

    private Parameters() {}
}

package io.quarry.plan;

import java.util.List;

/**
 * A look at the data while a query is compiled, for what only data can say: the keys of bags that become columns, the values
 * that become names.
 */
public interface Probe {
    /**
     * The distinct tuples of some values over rows, in order of first appearance.
     *
     * @param rows a plan without errors
     * @param values over the columns of {@code rows}
     * @throws QueryException if the plan fails on the data
     */
    List<List<Object>> distinct(Plan rows, List<Expr> values);
}

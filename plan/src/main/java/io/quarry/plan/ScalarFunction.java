package io.quarry.plan;

import io.quarry.data.Vector;

/**
 * A function of the values of one row; one overload, so its types are fixed. Without state, safe for threads. Compared by
 * identity: a registry holds one object per overload.
 */
public interface ScalarFunction {
    /** The name that plans print. */
    String name();

    Signature signature();

    /** False if two calls with equal arguments may differ ({@code rand}); such a call is made for every row. */
    boolean isDeterministic();

    /**
     * The function of one row: boxed values in, boxed value out, null for null. Slow, plain, and the reference for the
     * batch form.
     *
     * @throws FunctionException if the arguments have no answer and the platform fails the query then
     */
    Object apply(Object[] arguments);

    /**
     * The function of {@code rows} rows.
     *
     * @param arguments vectors of the signature's parameter types, each of {@code rows} rows
     * @return a vector of the result type with {@code rows} rows
     * @throws FunctionException as above
     */
    Vector apply(Vector[] arguments, int rows);
}

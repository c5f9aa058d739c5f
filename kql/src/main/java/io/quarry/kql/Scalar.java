package io.quarry.kql;

import io.quarry.data.Type;
import io.quarry.plan.Expr;

/**
 * What an expression that gives one value means.
 *
 * @param expr over the columns of the row at hand
 * @param state whether the expression is to be believed; an unknown one stands where an error was reported, and nothing more
 *     is said of what is built on it
 */
record Scalar(Expr expr, State state) {
    enum State {
        KNOWN,
        UNKNOWN
    }

    static final Scalar UNKNOWN = new Scalar(new Expr.Literal(Type.DYNAMIC, null), State.UNKNOWN);

    static Scalar of(Expr expr) {
        return new Scalar(expr, State.KNOWN);
    }

    static Scalar literal(Type type, Object value) {
        return of(new Expr.Literal(type, value));
    }

    /** An unknown value that will surely be of that type. */
    static Scalar unknown(Type type) {
        return new Scalar(new Expr.Literal(type, null), State.UNKNOWN);
    }

    Type type() {
        return expr.type();
    }

    boolean isKnown() {
        return state == State.KNOWN;
    }
}

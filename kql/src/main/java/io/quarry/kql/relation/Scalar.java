package io.quarry.kql.relation;

import io.quarry.data.Type;
import io.quarry.plan.Expr;

/**
 * What an expression that gives one value means.
 *
 * @param expr over the columns of the row at hand
 * @param state whether the expression is to be believed; an unknown one stands where an error was reported, and nothing more
 *     is said of what is built on it
 */
public record Scalar(Expr expr, State state) {
    /** Whether the value is what the text means. */
    public enum State {
        KNOWN,
        UNKNOWN
    }

    public static final Scalar UNKNOWN = new Scalar(new Expr.Literal(Type.DYNAMIC, null), State.UNKNOWN);

    public static Scalar of(Expr expr) {
        return new Scalar(expr, State.KNOWN);
    }

    public static Scalar literal(Type type, Object value) {
        return of(new Expr.Literal(type, value));
    }

    /** An unknown value that will surely be of that type. */
    public static Scalar unknown(Type type) {
        return new Scalar(new Expr.Literal(type, null), State.UNKNOWN);
    }

    public Type type() {
        return expr.type();
    }

    public boolean isKnown() {
        return state == State.KNOWN;
    }
}

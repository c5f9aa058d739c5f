package io.quarry.kql.relation;

import io.quarry.data.Type;
import io.quarry.kql.type.Shape;
import io.quarry.plan.Expr;

/**
 * What an expression that gives one value means.
 *
 * @param expr over the columns of the row at hand
 * @param shape what is known of it beside its type; {@link Shape#UNKNOWN} where an error was reported
 */
public record Scalar(Expr expr, Shape shape) {
    public static final Scalar UNKNOWN = new Scalar(new Expr.Literal(Type.DYNAMIC, null), Shape.UNKNOWN);

    public static Scalar of(Expr expr) {
        return new Scalar(expr, Shape.ANY);
    }

    public static Scalar literal(Type type, Object value) {
        return of(new Expr.Literal(type, value));
    }

    /** An unknown value that will surely be of that type. */
    public static Scalar unknown(Type type) {
        return new Scalar(new Expr.Literal(type, null), Shape.UNKNOWN);
    }

    public Type type() {
        return expr.type();
    }

    /** The same value, of which that is known. */
    public Scalar shaped(Shape other) {
        return isKnown() ? new Scalar(expr, other) : this;
    }

    /** What is known of the value once it is an element of an array, or a member of a bag. */
    public Shape within() {
        return type() == Type.DYNAMIC || !isKnown() ? shape : Shape.of(type());
    }

    public boolean isKnown() {
        return !shape.equals(Shape.UNKNOWN);
    }
}

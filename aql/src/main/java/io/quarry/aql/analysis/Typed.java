package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlColumn;
import io.quarry.aql.catalog.AqlType;
import io.quarry.data.Type;
import io.quarry.plan.Expr;
import java.util.Optional;

/**
 * An analyzed expression.
 *
 * @param column the column of the table, if the expression is one and nothing else
 */
record Typed(Expr expr, AqlType type, Optional<AqlColumn> column) {
    Typed {
        if (expr.type() != type.engine()) {
            throw new IllegalArgumentException(type + " held as " + expr.type());
        }
    }

    static Typed of(Expr expr, AqlType type) {
        return new Typed(expr, type, Optional.empty());
    }

    static Typed condition(Expr expr) {
        return of(expr, AqlType.BOOLEAN);
    }

    static Typed text(String value) {
        return of(new Expr.Literal(Type.STRING, value), AqlType.STRING);
    }

    static Typed whole(long value) {
        return of(new Expr.Literal(Type.LONG, value), AqlType.LONG);
    }

    static Typed decimal(double value) {
        return of(new Expr.Literal(Type.REAL, value), AqlType.DOUBLE);
    }

    /** {@code NULL}; also stands for what has been reported as faulty, since it fits everywhere. */
    static Typed nothing() {
        return of(new Expr.Literal(Type.STRING, null), AqlType.NULL);
    }

    /** An absent value of a type. */
    static Typed absent(AqlType type) {
        return of(new Expr.Literal(type.engine(), null), type);
    }

    boolean isNothing() {
        return type == AqlType.NULL;
    }

    /** The text, if this is a text written in the query. */
    Optional<String> literalText() {
        return type == AqlType.STRING && expr instanceof Expr.Literal literal
                ? Optional.ofNullable((String) literal.value())
                : Optional.empty();
    }

    boolean isLiteral() {
        return expr instanceof Expr.Literal;
    }
}

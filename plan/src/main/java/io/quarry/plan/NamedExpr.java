package io.quarry.plan;

import io.quarry.data.Field;
import java.util.Objects;

/** An expression and the name of the column that it becomes. */
public record NamedExpr(String name, Expr expr) {
    public NamedExpr {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(expr, "expr");
    }

    public Field field() {
        return new Field(name, expr.type());
    }
}

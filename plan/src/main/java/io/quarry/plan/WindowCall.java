package io.quarry.plan;

import io.quarry.data.Field;
import java.util.List;
import java.util.Objects;

/** A window function, and the name of the column that it becomes. */
public record WindowCall(String name, WindowFunction function, List<Expr> arguments) {
    public WindowCall {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(function, "function");
        arguments = List.copyOf(arguments);
    }

    public Field field() {
        return new Field(name, function.result(arguments.get(0).type()));
    }

    /** The same call with other arguments of the same types. */
    public WindowCall withArguments(List<Expr> others) {
        return new WindowCall(name, function, others);
    }
}

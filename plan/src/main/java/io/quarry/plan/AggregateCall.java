package io.quarry.plan;

import io.quarry.data.Field;
import java.util.List;

/** An aggregate over the rows of a group, and the name of the column that it becomes. */
public record AggregateCall(String name, AggregateFunction function, List<Expr> arguments, Origin origin) {
    public AggregateCall {
        arguments = List.copyOf(arguments);
        Signature signature = function.signature();
        if (!signature.takes(arguments.size())) {
            throw new IllegalArgumentException(
                    function.name() + signature + " called with " + arguments.size() + " arguments");
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).type() != signature.parameter(i)) {
                throw new IllegalArgumentException(function.name() + signature + ": argument " + i + " is "
                        + arguments.get(i).type().label());
            }
        }
    }

    public Field field() {
        return new Field(name, function.signature().result());
    }
}

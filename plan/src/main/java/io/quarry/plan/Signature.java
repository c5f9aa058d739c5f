package io.quarry.plan;

import io.quarry.data.Type;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The types of a function.
 *
 * @param variadic true if the last parameter may be given any number of times, also none
 */
public record Signature(List<Type> parameters, boolean variadic, Type result) {
    public Signature {
        parameters = List.copyOf(parameters);
        Objects.requireNonNull(result, "result");
        if (variadic && parameters.isEmpty()) {
            throw new IllegalArgumentException("variadic without a parameter");
        }
    }

    /** The type of the parameter that takes argument {@code index}. */
    public Type parameter(int index) {
        return parameters.get(Math.min(index, parameters.size() - 1));
    }

    /** True if a call may have that many arguments. */
    public boolean takes(int arguments) {
        return variadic ? arguments >= parameters.size() - 1 : arguments == parameters.size();
    }

    @Override
    public String toString() {
        return parameters.stream().map(Type::label).collect(Collectors.joining(", ", "(", variadic ? "...)" : ")"))
                + " -> " + result.label();
    }
}

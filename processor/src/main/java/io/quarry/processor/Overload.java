package io.quarry.processor;

import io.quarry.data.Type;
import java.util.List;
import java.util.stream.Collectors;

/** One overload of a function: the annotated method (or {@code add} method) for one choice of types. */
record Overload(List<Parameter> parameters, boolean variadic, Result result) {
    /** Parameters before the variadic one. */
    int fixed() {
        return variadic ? parameters.size() - 1 : parameters.size();
    }

    List<Type> types() {
        return parameters.stream().map(Parameter::type).toList();
    }

    /** The Java expression that makes the signature. */
    String signature() {
        String types = parameters.stream()
                .map(parameter -> "Type." + parameter.type().name())
                .collect(Collectors.joining(", "));
        return "new Signature(List.of(" + types + "), " + variadic + ", Type."
                + result.type().name() + ")";
    }
}

package io.quarry.testing.random;

import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.data.VectorBuilder;
import io.quarry.plan.FunctionException;
import io.quarry.plan.ScalarFunction;
import io.quarry.plan.Signature;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** A few functions of each kind, so that random plans need no language. */
final class SampleFunctions {
    /** Fails for texts that start with {@code x}. */
    static final ScalarFunction FAILING = of("failing", List.of(Type.STRING), Type.LONG, arguments -> {
        if (arguments[0] instanceof String text && text.startsWith("x")) {
            throw new FunctionException("no answer for '" + text + "'");
        }
        return 1L;
    });

    static final List<ScalarFunction> ALL = List.of(
            of("equal", List.of(Type.STRING, Type.STRING), Type.BOOL, strict(a -> a[0].equals(a[1]))),
            of("isNull", List.of(Type.STRING), Type.BOOL, a -> a[0] == null),
            of("contains", List.of(Type.STRING, Type.STRING), Type.BOOL, strict(a -> text(a, 0)
                    .contains(text(a, 1)))),
            of("lower", List.of(Type.STRING), Type.STRING, strict(a -> text(a, 0)
                    .toLowerCase(Locale.ROOT))),
            of("join", List.of(Type.STRING, Type.STRING), Type.STRING, strict(a -> text(a, 0) + text(a, 1))),
            of("orEmpty", List.of(Type.STRING), Type.STRING, a -> Objects.requireNonNullElse(a[0], "")),
            of("length", List.of(Type.STRING), Type.LONG, strict(a ->
                    (long) text(a, 0).length())),
            of(
                    "noneIfShort",
                    List.of(Type.STRING),
                    Type.STRING,
                    strict(a -> text(a, 0).length() < 2 ? null : a[0])),
            of("less", List.of(Type.LONG, Type.LONG), Type.BOOL, strict(a -> (Long) a[0] < (Long) a[1])),
            of("plus", List.of(Type.LONG, Type.LONG), Type.LONG, strict(a -> (Long) a[0] + (Long) a[1])),
            of("half", List.of(Type.LONG), Type.REAL, strict(a -> (Long) a[0] / 2.0)),
            of("lessReal", List.of(Type.REAL, Type.REAL), Type.BOOL, strict(a -> (Double) a[0] < (Double) a[1])),
            of("negate", List.of(Type.REAL), Type.REAL, strict(a -> -(Double) a[0])),
            of("earlier", List.of(Type.DATETIME, Type.DATETIME), Type.BOOL, strict(a -> (Long) a[0] < (Long) a[1])),
            of("digest", List.of(Type.STRING), Type.LONG, strict(a -> (long) a[0].hashCode() % 5)));

    private SampleFunctions() {}

    private static String text(Object[] arguments, int index) {
        return (String) arguments[index];
    }

    private static Function<Object[], Object> strict(Function<Object[], Object> body) {
        return arguments -> {
            for (Object argument : arguments) {
                if (argument == null) {
                    return null;
                }
            }
            return body.apply(arguments);
        };
    }

    private static ScalarFunction of(String name, List<Type> types, Type result, Function<Object[], Object> body) {
        return new RowFunction(name, new Signature(types, false, result), body);
    }

    private record RowFunction(String name, Signature signature, Function<Object[], Object> body)
            implements ScalarFunction {
        @Override
        public boolean isDeterministic() {
            return true;
        }

        @Override
        public Object apply(Object[] arguments) {
            return body.apply(arguments);
        }

        @Override
        public Vector apply(Vector[] arguments, int rows) {
            VectorBuilder results = Vector.builder(signature.result());
            for (int row = 0; row < rows; row++) {
                Object[] values = new Object[arguments.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = arguments[i].value(row);
                }
                results.add(body.apply(values));
            }
            return results.build();
        }
    }
}

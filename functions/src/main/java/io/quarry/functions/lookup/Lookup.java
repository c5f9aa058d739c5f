package io.quarry.functions.lookup;

import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.data.VectorBuilder;
import io.quarry.plan.ScalarFunction;
import io.quarry.plan.Signature;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * A function whose answers come from data that was at hand when the query was compiled. A null argument gives null. Two
 * lookups are equal if they ask the same of the same data: those of one compilation.
 *
 * @param constants the arguments that choose the data: the name of a set, of a property
 * @param answer boxed arguments, none of them null, to a boxed answer or null; safe for threads
 */
public record Lookup(String name, List<Object> constants, Signature signature, Function<Object[], Object> answer)
        implements ScalarFunction {
    public Lookup {
        constants = List.copyOf(constants);
    }

    /** A lookup by texts. */
    public static Lookup ofTexts(
            String name, List<Object> constants, int arguments, Type result, Function<String[], Object> answer) {
        List<Type> types = Collections.nCopies(arguments, Type.STRING);
        return new Lookup(
                name,
                constants,
                new Signature(types, false, result),
                values -> answer.apply(Arrays.copyOf(values, values.length, String[].class)));
    }

    @Override
    public boolean isDeterministic() {
        return true;
    }

    @Override
    public Object apply(Object[] arguments) {
        return Arrays.asList(arguments).contains(null) ? null : answer.apply(arguments);
    }

    @Override
    public Vector apply(Vector[] arguments, int rows) {
        VectorBuilder out = Vector.builder(signature.result());
        Object[] row = new Object[arguments.length];
        for (int i = 0; i < rows; i++) {
            for (int a = 0; a < row.length; a++) {
                row[a] = arguments[a].value(i);
            }
            out.add(apply(row));
        }
        return out.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lookup lookup
                && name.equals(lookup.name)
                && constants.equals(lookup.constants)
                && signature.equals(lookup.signature);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + constants.hashCode();
    }
}

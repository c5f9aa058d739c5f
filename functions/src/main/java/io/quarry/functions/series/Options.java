package io.quarry.functions.series;

import io.quarry.plan.FunctionException;
import java.util.Arrays;
import java.util.Locale;

/**
 * The arguments of a call that may be left out, by place. One that is missing or null has its default; one of a wrong kind
 * fails the query.
 */
record Options(String function, Object[] values) {
    private Object at(int index) {
        return index < values.length ? values[index] : null;
    }

    Double number(int index) {
        if (at(index) == null || at(index) instanceof Number) {
            return Numbers.of(at(index));
        }
        throw wrong(index, "a number");
    }

    double number(int index, double otherwise) {
        Double given = number(index);
        return given == null ? otherwise : given;
    }

    long whole(int index, long otherwise, long least, long largest) {
        if (at(index) == null) {
            return otherwise;
        }
        if (at(index) instanceof Long whole && whole >= least && whole <= largest) {
            return whole;
        }
        throw wrong(index, "a whole number from " + least + " to " + largest);
    }

    /** The constant of that name, which queries write in lower case. */
    <E extends Enum<E>> E word(int index, E otherwise) {
        if (at(index) == null) {
            return otherwise;
        }
        E[] words = otherwise.getDeclaringClass().getEnumConstants();
        for (E word : words) {
            if (word.name().toLowerCase(Locale.ROOT).equals(at(index))) {
                return word;
            }
        }
        throw wrong(index, "one of " + Arrays.toString(words).toLowerCase(Locale.ROOT));
    }

    private FunctionException wrong(int index, String expected) {
        return new FunctionException(
                function + " takes " + expected + " as argument " + (index + 2) + ", found " + values[index]);
    }
}

package io.quarry.functions.compare;

import io.quarry.data.Dynamic;
import io.quarry.functions.order.DynamicOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A set of values that are no texts, for {@code in}: what is in it is equal to an element, as {@code ==} says. NaN is equal
 * to nothing; of a whole and a real number, the whole one is rounded to a real one. Immutable, safe for threads.
 */
public final class ValueSet {
    /** From here on a real number stands for several whole ones. */
    private static final double INEXACT = 0x1p53;

    private final Set<Object> values = new HashSet<>();
    private final Set<Double> inexactWholes = new HashSet<>();
    private final Set<Double> inexactReals = new HashSet<>();
    private final long[] longs;

    private ValueSet(List<?> elements) {
        long[] found = new long[elements.size()];
        int count = 0;
        for (Object element : elements) {
            if (element == null || element instanceof Double real && real.isNaN()) {
                continue;
            }
            if (element instanceof Number number && Math.abs(number.doubleValue()) >= INEXACT) {
                (element instanceof Double ? inexactReals : inexactWholes).add(number.doubleValue());
            }
            Object canonical = DynamicOrder.canonical(element);
            values.add(canonical);
            if (canonical instanceof Long number) {
                found[count++] = number;
            }
        }
        longs = Arrays.copyOf(found, count);
        Arrays.sort(longs);
    }

    /** The elements of a dynamic array without its nulls; of a single value, that value. */
    public static ValueSet of(Object list) {
        return new ValueSet(list instanceof List<?> elements ? elements : List.of(list));
    }

    public boolean contains(long number) {
        return Arrays.binarySearch(longs, number) >= 0
                || !inexactReals.isEmpty() && inexactReals.contains((double) number);
    }

    public boolean contains(double number) {
        return contains((Object) number) || !inexactWholes.isEmpty() && inexactWholes.contains(number);
    }

    public boolean contains(Object value) {
        return values.contains(DynamicOrder.canonical(value));
    }

    public boolean containsDatetime(long ticks) {
        return values.contains(new Dynamic.DateTime(ticks));
    }

    public boolean containsTimespan(long ticks) {
        return values.contains(new Dynamic.TimeSpan(ticks));
    }
}

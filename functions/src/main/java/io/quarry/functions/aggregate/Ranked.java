package io.quarry.functions.aggregate;

import io.quarry.plan.FunctionException;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Values of one group, each with a weight, which are put in order when they are asked for. Values are longs; reals stand as
 * longs of the same order.
 */
final class Ranked {
    /** What the product of a percent and a count may be too large by. */
    private static final double ROUNDING = 1e-14;

    private static final long BYTES_OF_OBJECTS = 64;

    /** Takes a value and the sum of its weights. */
    interface Sink {
        void take(long value, long weight);
    }

    private long[] values = new long[4];

    /** Null while every weight is 1. */
    private long[] weights;

    private int size;

    /** Adds a value that counts so many times; not at all where the weight is not positive. */
    void add(long value, long weight) {
        if (weight <= 0) {
            return;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            weights = weights == null ? null : Arrays.copyOf(weights, size * 2);
        }
        if (weight != 1 && weights == null) {
            weights = new long[values.length];
            Arrays.fill(weights, 0, size, 1);
        }
        if (weights != null) {
            weights[size] = weight;
        }
        values[size++] = value;
    }

    void addAll(Ranked later) {
        for (int i = 0; i < later.size; i++) {
            add(later.values[i], later.weights == null ? 1 : later.weights[i]);
        }
    }

    /** What the values hold in memory. */
    long bytes() {
        return BYTES_OF_OBJECTS + (long) values.length * (weights == null ? Long.BYTES : 2 * Long.BYTES);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Puts the values in order; needed before {@link #at}. */
    void sort() {
        if (weights == null) {
            Arrays.sort(values, 0, size);
            return;
        }
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        long[] unordered = values;
        Arrays.sort(order, Comparator.comparingLong(i -> unordered[i]));
        long[] sorted = new long[size];
        long[] moved = new long[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = values[order[i]];
            moved[i] = weights[order[i]];
        }
        values = sorted;
        weights = moved;
    }

    /**
     * The value at the nearest rank: the smallest that leaves enough at or below it. There has to be one.
     *
     * @throws FunctionException if the percent is not from 0 to 100
     */
    long at(double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new FunctionException("a percentile is asked for with a percent from 0 to 100, found " + percent);
        }
        double total = weights == null
                ? size
                : Arrays.stream(weights, 0, size).asDoubleStream().sum();
        double exact = percent * total / 100;
        double rank = Math.max(1, Math.min(total, Math.ceil(exact - exact * ROUNDING)));
        if (weights == null) {
            return values[(int) rank - 1];
        }
        double below = 0;
        for (int i = 0; i < size; i++) {
            below += weights[i];
            if (below >= rank) {
                return values[i];
            }
        }
        return values[size - 1];
    }

    /** Gives the distinct values, which have to be in order. */
    void distinct(Sink sink) {
        for (int i = 0, next; i < size; i = next) {
            long weight = 0;
            for (next = i; next < size && values[next] == values[i]; next++) {
                weight += weights == null ? 1 : weights[next];
            }
            sink.take(values[i], weight);
        }
    }

    /** A long in the place of a real; NaN comes last. */
    static long ofReal(double real) {
        long bits = Double.doubleToLongBits(real);
        return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
    }

    static double toReal(long ordered) {
        return Double.longBitsToDouble(ordered < 0 ? ordered ^ Long.MAX_VALUE : ordered);
    }
}

package io.quarry.functions.aggregate;

import io.quarry.data.DoubleVector;
import io.quarry.data.LongVector;
import io.quarry.data.Type;
import io.quarry.data.ValueSize;
import io.quarry.data.Vector;
import io.quarry.data.VectorBuilder;
import io.quarry.functions.order.DynamicOrder;
import io.quarry.plan.Accumulator;
import java.util.Arrays;

/**
 * The value of the row where another value, the <em>key</em>, is the largest or smallest of its group. Among equal keys the
 * first row wins. A null key loses against every other, NaN wins; a group of null keys gives the value of its first row.
 */
final class ArgExtreme implements Accumulator {
    /** Which key wins. */
    enum Extreme {
        LARGEST,
        SMALLEST
    }

    private static final byte EMPTY = 0;
    private static final byte NULL_KEY = 1;
    private static final byte KEY = 2;

    private final Type valueType;
    private final Extreme extreme;
    private byte[] states = new byte[16];
    private Object[] keys = new Object[16];
    private Object[] values = new Object[16];
    private int[] winners = new int[16];
    private long bytes;

    ArgExtreme(Type valueType, Extreme extreme) {
        this.valueType = valueType;
        this.extreme = extreme;
        Arrays.fill(winners, -1);
    }

    @Override
    public void add(int[] groups, int groupCount, Vector[] arguments, int rows) {
        grow(groupCount);
        Vector key = arguments[0];
        int[] touched = new int[rows];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            int group = groups[row];
            int best = winners[group];
            boolean wins = best >= 0 ? winsInBatch(key, row, best) : winsAgainstKept(key, row, group);
            if (wins) {
                if (best < 0) {
                    touched[count++] = group;
                }
                winners[group] = row;
            }
        }
        for (int i = 0; i < count; i++) {
            int group = touched[i];
            int row = winners[group];
            keep(group, key.value(row), arguments[1].value(row));
            winners[group] = -1;
        }
    }

    private boolean winsInBatch(Vector key, int row, int best) {
        if (key.isNull(row)) {
            return false;
        }
        if (key.isNull(best)) {
            return true;
        }
        if (key instanceof LongVector longs) {
            return wins(Long.compare(longs.at(row), longs.at(best)));
        }
        if (key instanceof DoubleVector reals) {
            return winsReal(reals.at(row), reals.at(best));
        }
        return winsObject(key.value(row), key.value(best));
    }

    private boolean winsAgainstKept(Vector key, int row, int group) {
        if (states[group] == EMPTY) {
            return true;
        }
        if (key.isNull(row)) {
            return false;
        }
        return states[group] == NULL_KEY || winsObject(key.value(row), keys[group]);
    }

    private boolean winsObject(Object key, Object best) {
        return key instanceof Double real ? winsReal(real, (Double) best) : wins(DynamicOrder.compare(key, best));
    }

    private boolean winsReal(double key, double best) {
        if (Double.isNaN(key) || Double.isNaN(best)) {
            return !Double.isNaN(best);
        }
        return extreme == Extreme.LARGEST ? key > best : key < best;
    }

    private boolean wins(int comparison) {
        return extreme == Extreme.LARGEST ? comparison > 0 : comparison < 0;
    }

    private void keep(int group, Object key, Object value) {
        bytes += ValueSize.of(key) + ValueSize.of(value) - ValueSize.of(keys[group]) - ValueSize.of(values[group]);
        states[group] = key == null ? NULL_KEY : KEY;
        keys[group] = key;
        values[group] = value;
    }

    @Override
    public void merge(Accumulator other, int[] groups, int groupCount) {
        ArgExtreme later = (ArgExtreme) other;
        for (int i = 0; i < groups.length && i < later.states.length; i++) {
            if (later.states[i] == EMPTY) {
                continue;
            }
            int group = groups[i];
            grow(group + 1);
            boolean isFirst = states[group] == EMPTY;
            boolean hasKey = later.states[i] == KEY;
            if (isFirst || hasKey && (states[group] == NULL_KEY || winsObject(later.keys[i], keys[group]))) {
                keep(group, later.keys[i], later.values[i]);
            }
        }
    }

    @Override
    public Vector results(int groupCount) {
        grow(groupCount);
        VectorBuilder results = Vector.builder(valueType);
        for (int i = 0; i < groupCount; i++) {
            results.add(values[i]);
        }
        return results.build();
    }

    @Override
    public long bytes() {
        return bytes;
    }

    private void grow(int groupCount) {
        int from = states.length;
        if (groupCount > from) {
            int capacity = Math.max(groupCount, from * 2);
            states = Arrays.copyOf(states, capacity);
            keys = Arrays.copyOf(keys, capacity);
            values = Arrays.copyOf(values, capacity);
            winners = Arrays.copyOf(winners, capacity);
            Arrays.fill(winners, from, capacity, -1);
        }
    }
}

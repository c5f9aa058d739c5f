package io.quarry.functions.aggregate;

import io.quarry.data.LongVector;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.plan.Accumulator;
import java.util.Arrays;
import java.util.function.LongBinaryOperator;

/** Folds the values of a group that are not null into one, by an operation that is associative. */
final class LongFold implements Accumulator {
    private final Type type;
    private final LongBinaryOperator operation;
    private final Long ofNone;
    private long[] values = new long[16];
    private boolean[] isFilled = new boolean[16];

    /** @param ofNone the result of no values; may be null */
    LongFold(Type type, LongBinaryOperator operation, Long ofNone) {
        this.type = type;
        this.operation = operation;
        this.ofNone = ofNone;
    }

    @Override
    public void add(int[] groups, int groupCount, Vector[] arguments, int rows) {
        grow(groupCount);
        LongVector vector = (LongVector) arguments[0];
        boolean nullable = !vector.noNulls();
        for (int row = 0; row < rows; row++) {
            if (!nullable || !vector.isNull(row)) {
                add(groups[row], vector.at(row));
            }
        }
    }

    private void add(int group, long value) {
        if (isFilled[group]) {
            values[group] = operation.applyAsLong(values[group], value);
        } else {
            values[group] = value;
            isFilled[group] = true;
        }
    }

    @Override
    public void merge(Accumulator other, int[] groups, int groupCount) {
        LongFold later = (LongFold) other;
        for (int i = 0; i < groups.length && i < later.values.length; i++) {
            if (later.isFilled[i]) {
                grow(groups[i] + 1);
                add(groups[i], later.values[i]);
            }
        }
    }

    @Override
    public Vector results(int groupCount) {
        grow(groupCount);
        long[] results = Arrays.copyOf(values, groupCount);
        boolean[] nulls = null;
        for (int i = 0; i < groupCount; i++) {
            if (!isFilled[i]) {
                if (ofNone == null) {
                    nulls = nulls == null ? new boolean[groupCount] : nulls;
                    nulls[i] = true;
                } else {
                    results[i] = ofNone;
                }
            }
        }
        return LongVector.of(type, results, nulls, groupCount);
    }

    private void grow(int groupCount) {
        if (groupCount > values.length) {
            int capacity = Math.max(groupCount, values.length * 2);
            values = Arrays.copyOf(values, capacity);
            isFilled = Arrays.copyOf(isFilled, capacity);
        }
    }
}

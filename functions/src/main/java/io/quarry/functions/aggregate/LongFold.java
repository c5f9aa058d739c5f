package io.quarry.functions.aggregate;

import io.quarry.data.LongVector;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.plan.Accumulator;
import java.util.Arrays;

/** Folds the values of a group that are not null into one. */
final class LongFold implements Accumulator {
    private final Type type;
    private final LongOperation operation;
    private final Long ofNone;

    /** Those of groups without a value are what leaves any value as it is. */
    private long[] values = new long[0];

    private boolean[] isFilled = new boolean[0];

    /** @param ofNone the result of no values; may be null */
    LongFold(Type type, LongOperation operation, Long ofNone) {
        this.type = type;
        this.operation = operation;
        this.ofNone = ofNone;
    }

    @Override
    public void add(int[] groups, int groupCount, Vector[] arguments, int rows) {
        grow(groupCount);
        LongVector vector = (LongVector) arguments[0];
        if (vector.noNulls()) {
            operation.fold(values, isFilled, groups, vector, rows);
            return;
        }
        for (int row = 0; row < rows; row++) {
            if (!vector.isNull(row)) {
                add(groups[row], vector.at(row));
            }
        }
    }

    private void add(int group, long value) {
        values[group] = operation.fold(values[group], value);
        isFilled[group] = true;
    }

    @Override
    public void merge(Accumulator other, int[] groups, int groupCount) {
        grow(groupCount);
        LongFold later = (LongFold) other;
        for (int i = 0; i < groups.length && i < later.values.length; i++) {
            if (later.isFilled[i]) {
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
                results[i] = ofNone == null ? 0 : ofNone;
                if (ofNone == null) {
                    nulls = nulls == null ? new boolean[groupCount] : nulls;
                    nulls[i] = true;
                }
            }
        }
        return LongVector.of(type, results, nulls, groupCount);
    }

    private void grow(int groupCount) {
        if (groupCount > values.length) {
            int known = values.length;
            int capacity = Math.max(groupCount, Math.max(16, known * 2));
            values = Arrays.copyOf(values, capacity);
            Arrays.fill(values, known, capacity, operation.neutral());
            isFilled = Arrays.copyOf(isFilled, capacity);
        }
    }
}

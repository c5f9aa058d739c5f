package io.quarry.functions.aggregate;

import io.quarry.data.DoubleVector;
import io.quarry.data.Vector;
import io.quarry.plan.Accumulator;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/** Folds the values of a group that are not null into one, by an operation that is associative; of none, null. */
final class RealFold implements Accumulator {
    private final DoubleBinaryOperator operation;
    private double[] values = new double[16];
    private boolean[] isFilled = new boolean[16];

    RealFold(DoubleBinaryOperator operation) {
        this.operation = operation;
    }

    @Override
    public void add(int[] groups, int groupCount, Vector[] arguments, int rows) {
        grow(groupCount);
        DoubleVector vector = (DoubleVector) arguments[0];
        boolean nullable = !vector.noNulls();
        for (int row = 0; row < rows; row++) {
            if (!nullable || !vector.isNull(row)) {
                add(groups[row], vector.at(row));
            }
        }
    }

    private void add(int group, double value) {
        values[group] = isFilled[group] ? operation.applyAsDouble(values[group], value) : value;
        isFilled[group] = true;
    }

    @Override
    public void merge(Accumulator other, int[] groups, int groupCount) {
        RealFold later = (RealFold) other;
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
        boolean[] nulls = new boolean[groupCount];
        for (int i = 0; i < groupCount; i++) {
            nulls[i] = !isFilled[i];
        }
        return DoubleVector.of(Arrays.copyOf(values, groupCount), nulls, groupCount);
    }

    private void grow(int groupCount) {
        if (groupCount > values.length) {
            int capacity = Math.max(groupCount, values.length * 2);
            values = Arrays.copyOf(values, capacity);
            isFilled = Arrays.copyOf(isFilled, capacity);
        }
    }
}

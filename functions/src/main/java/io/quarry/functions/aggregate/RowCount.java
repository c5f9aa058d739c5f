package io.quarry.functions.aggregate;

import io.quarry.data.BoolVector;
import io.quarry.data.LongVector;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.plan.Accumulator;
import java.util.Arrays;

/** Counts rows: all of them, or with an argument those where it is true. */
final class RowCount implements Accumulator {
    private long[] counts = new long[16];

    @Override
    public void add(int[] groups, int groupCount, Vector[] arguments, int rows) {
        grow(groupCount);
        if (arguments.length == 0 && groupCount == 1) {
            counts[0] += rows;
            return;
        }
        if (arguments.length == 0) {
            for (int row = 0; row < rows; row++) {
                counts[groups[row]]++;
            }
            return;
        }
        BoolVector condition = (BoolVector) arguments[0];
        for (int row = 0; row < rows; row++) {
            counts[groups[row]] += condition.isTrue(row) ? 1 : 0;
        }
    }

    @Override
    public void merge(Accumulator other, int[] groups, int groupCount) {
        grow(groupCount);
        long[] later = ((RowCount) other).counts;
        for (int i = 0; i < groups.length && i < later.length; i++) {
            counts[groups[i]] += later[i];
        }
    }

    @Override
    public Vector results(int groupCount) {
        grow(groupCount);
        return LongVector.of(Type.LONG, Arrays.copyOf(counts, groupCount), null, groupCount);
    }

    private void grow(int groupCount) {
        if (groupCount > counts.length) {
            counts = Arrays.copyOf(counts, Math.max(groupCount, counts.length * 2));
        }
    }
}

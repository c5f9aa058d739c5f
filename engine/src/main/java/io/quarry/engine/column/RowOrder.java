package io.quarry.engine.column;

import io.quarry.data.Vector;
import io.quarry.plan.SortKey;
import java.util.List;

/** The order of rows by sort keys. */
public final class RowOrder {
    private RowOrder() {}

    /**
     * The row numbers in order; equal rows stay in theirs.
     *
     * @param values for each key the vector of its values, all of {@code rows} rows
     * @throws IllegalArgumentException for a key of type dynamic
     */
    public static int[] of(List<SortKey> keys, List<Vector> values, int rows) {
        RowComparator[] comparators = new RowComparator[keys.size()];
        for (int i = 0; i < comparators.length; i++) {
            SortKey key = keys.get(i);
            comparators[i] = RowComparator.of(values.get(i), key.direction(), key.nulls());
        }
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            order[i] = i;
        }
        if (comparators.length > 0) {
            StableSort.sort(order, comparators.length == 1 ? comparators[0] : lexicographic(comparators));
        }
        return order;
    }

    private static RowComparator lexicographic(RowComparator[] comparators) {
        return (left, right) -> {
            for (RowComparator comparator : comparators) {
                int order = comparator.compare(left, right);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }
}

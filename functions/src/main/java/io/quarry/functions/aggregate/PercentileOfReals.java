package io.quarry.functions.aggregate;

import io.quarry.processor.Aggregate;
import java.util.Arrays;

/** A percentile of a group's reals. */
@Aggregate(
        kql = "percentile",
        doc = "The value at the nearest rank; of none, null.",
        source = "Kusto Query Language reference, percentile()",
        differs = "Exact, where the service estimates.")
final class PercentileOfReals {
    private double[] values = new double[4];
    private int size;
    private double percent;

    void add(double value, double percentile) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
        percent = percentile;
    }

    void merge(PercentileOfReals later) {
        for (int i = 0; i < later.size; i++) {
            add(later.values[i], later.percent);
        }
    }

    Double result() {
        if (size == 0) {
            return null;
        }
        Arrays.sort(values, 0, size);
        return values[NearestRank.index(size, percent)];
    }
}

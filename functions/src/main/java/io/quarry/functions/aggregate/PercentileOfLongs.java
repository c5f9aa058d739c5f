package io.quarry.functions.aggregate;

import static io.quarry.data.Type.DATETIME;
import static io.quarry.data.Type.INT;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.processor.Aggregate;
import io.quarry.processor.Of;
import java.util.Arrays;

/** A percentile of a group's numbers or times. */
@Aggregate(
        kql = "percentile",
        doc = "The value at the nearest rank; of none, null.",
        source = "Kusto Query Language reference, percentile()",
        differs = "Exact, where the service estimates.")
final class PercentileOfLongs {
    private long[] values = new long[4];
    private int size;
    private double percent;

    void add(@Of({INT, LONG, DATETIME, TIMESPAN}) long value, double percentile) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
        percent = percentile;
    }

    void merge(PercentileOfLongs later) {
        for (int i = 0; i < later.size; i++) {
            add(later.values[i], later.percent);
        }
    }

    @Of({INT, LONG, DATETIME, TIMESPAN})
    Long result() {
        if (size == 0) {
            return null;
        }
        Arrays.sort(values, 0, size);
        return values[NearestRank.index(size, percent)];
    }
}

package io.quarry.functions.aggregate;

import io.quarry.processor.Aggregate;

/** The mean of a group's whole numbers. The sum wraps around before it is divided, as Kusto's does. */
@Aggregate(
        kql = "avg",
        doc = "Mean of the values that are not null; of none, NaN.",
        source = "Kusto Query Language reference, avg(); answers of the Kusto emulator")
final class AverageOfLongs {
    private long sum;
    private long count;

    void add(long value) {
        sum += value;
        count++;
    }

    void merge(AverageOfLongs later) {
        sum += later.sum;
        count += later.count;
    }

    double result() {
        return (double) sum / count;
    }
}

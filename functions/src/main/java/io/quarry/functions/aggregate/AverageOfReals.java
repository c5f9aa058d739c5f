package io.quarry.functions.aggregate;

import io.quarry.processor.Aggregate;

/** The mean of a group's reals. */
@Aggregate(
        kql = "avg",
        doc = "Mean of the values that are not null; of none, NaN.",
        source = "Kusto Query Language reference, avg()")
final class AverageOfReals {
    private final RealSum sum = new RealSum();
    private long count;

    void add(double value) {
        sum.add(value);
        count++;
    }

    void merge(AverageOfReals later) {
        sum.merge(later.sum);
        count += later.count;
    }

    double result() {
        return sum.result() / count;
    }
}

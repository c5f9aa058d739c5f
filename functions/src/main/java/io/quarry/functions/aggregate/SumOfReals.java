package io.quarry.functions.aggregate;

import io.quarry.processor.Aggregate;

/** The sum of a group's reals. */
@Aggregate(
        kql = "sum",
        aql = "SUM",
        doc = "Sum of the values that are not null, rounded once; of none, 0.",
        source = "Kusto Query Language reference, sum()")
final class SumOfReals {
    private final RealSum sum = new RealSum();

    void add(double value) {
        sum.add(value);
    }

    void merge(SumOfReals later) {
        sum.merge(later.sum);
    }

    double result() {
        return sum.result();
    }
}

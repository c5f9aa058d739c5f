package io.quarry.functions.aggregate;

import io.quarry.processor.Aggregate;

/** KQL's {@code stdev}. */
@Aggregate(
        kql = "stdev",
        aql = "STDEV",
        doc = "Standard deviation of the values as a sample; 0 of less than two.",
        source = "Kusto Query Language reference, stdev()")
final class SampleDeviation {
    private final Dispersion dispersion = new Dispersion();

    void add(double value) {
        dispersion.add(value);
    }

    void merge(SampleDeviation later) {
        dispersion.merge(later.dispersion);
    }

    double result() {
        return dispersion.sampleDeviation();
    }
}

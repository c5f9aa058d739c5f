package io.quarry.functions.aggregate;

import io.quarry.processor.Aggregate;

/** KQL's {@code variance}. */
@Aggregate(
        kql = "variance",
        doc = "Variance of the values as a sample, to ten decimals; 0 of less than two.",
        source = "Kusto Query Language reference, variance()")
final class SampleVariance {
    private final Dispersion dispersion = new Dispersion();

    void add(double value) {
        dispersion.add(value);
    }

    void merge(SampleVariance later) {
        dispersion.merge(later.dispersion);
    }

    double result() {
        return dispersion.sampleVariance();
    }
}

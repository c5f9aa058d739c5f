package io.quarry.functions.aggregate;

import io.quarry.processor.Aggregate;

/** KQL's {@code variancep}. */
@Aggregate(
        kql = "variancep",
        doc = "Variance of the values as a population, to ten decimals; 0 of none.",
        source = "Kusto Query Language reference, variancep()")
final class PopulationVariance {
    private final Dispersion dispersion = new Dispersion();

    void add(double value) {
        dispersion.add(value);
    }

    void merge(PopulationVariance later) {
        dispersion.merge(later.dispersion);
    }

    double result() {
        return dispersion.populationVariance();
    }
}

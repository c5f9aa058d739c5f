package io.quarry.functions.aggregate;

import io.quarry.processor.Aggregate;

/** KQL's {@code stdevp}. */
@Aggregate(
        kql = "stdevp",
        aql = "STDEVP",
        doc = "Standard deviation of the values as a population; 0 of none.",
        source = "Kusto Query Language reference, stdevp()")
final class PopulationDeviation {
    private final Dispersion dispersion = new Dispersion();

    void add(double value) {
        dispersion.add(value);
    }

    void merge(PopulationDeviation later) {
        dispersion.merge(later.dispersion);
    }

    double result() {
        return dispersion.populationDeviation();
    }
}

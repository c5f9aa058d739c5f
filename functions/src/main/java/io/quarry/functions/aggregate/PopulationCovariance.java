package io.quarry.functions.aggregate;

import io.quarry.processor.Aggregate;

/** KQL's {@code covariancep}. */
@Aggregate(
        kql = "covariancep",
        doc = "Covariance of the pairs as a population; rows where one is null do not count.",
        source = "Kusto Query Language reference, covariancep()")
final class PopulationCovariance {
    private final Comovement comovement = new Comovement();

    void add(double x, double y) {
        comovement.add(x, y);
    }

    void merge(PopulationCovariance later) {
        comovement.merge(later.comovement);
    }

    double result() {
        return comovement.ofPopulation();
    }
}

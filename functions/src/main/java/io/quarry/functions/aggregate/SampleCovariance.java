package io.quarry.functions.aggregate;

import io.quarry.processor.Aggregate;

/** KQL's {@code covariance}. */
@Aggregate(
        kql = "covariance",
        doc = "Covariance of the pairs as a sample; rows where one is null do not count.",
        source = "Kusto Query Language reference, covariance()")
final class SampleCovariance {
    private final Comovement comovement = new Comovement();

    void add(double x, double y) {
        comovement.add(x, y);
    }

    void merge(SampleCovariance later) {
        comovement.merge(later.comovement);
    }

    double result() {
        return comovement.ofSample();
    }
}

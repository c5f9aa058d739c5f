package io.quarry.functions.aql;

import io.quarry.processor.Aggregate;

/** {@code MAX(x)} of numbers. */
@Aggregate(aql = "MAX", doc = "The greatest number; of none, null.", source = "AQL data aggregation functions")
final class GreatestNumber {
    private Double greatest;

    void add(double value) {
        if (greatest == null || value > greatest) {
            greatest = value;
        }
    }

    void merge(GreatestNumber later) {
        if (later.greatest != null) {
            add(later.greatest);
        }
    }

    Double result() {
        return greatest;
    }
}

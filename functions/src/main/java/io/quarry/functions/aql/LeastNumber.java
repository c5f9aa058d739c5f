package io.quarry.functions.aql;

import io.quarry.processor.Aggregate;

/** {@code MIN(x)} of numbers. */
@Aggregate(aql = "MIN", doc = "The least number; of none, null.", source = "AQL data aggregation functions")
final class LeastNumber {
    private Double least;

    void add(double value) {
        if (least == null || value < least) {
            least = value;
        }
    }

    void merge(LeastNumber later) {
        if (later.least != null) {
            add(later.least);
        }
    }

    Double result() {
        return least;
    }
}

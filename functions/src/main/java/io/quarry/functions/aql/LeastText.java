package io.quarry.functions.aql;

import io.quarry.data.ValueSize;
import io.quarry.functions.GrowingState;
import io.quarry.processor.Aggregate;

/** {@code MIN(x)} of texts. */
@Aggregate(aql = "MIN", doc = "The least text by code point; of none, null.", source = "AQL data aggregation functions")
final class LeastText implements GrowingState {
    private String least;

    void add(String value) {
        if (least == null || Comparisons.compare(value, least) < 0) {
            least = value;
        }
    }

    void merge(LeastText later) {
        if (later.least != null) {
            add(later.least);
        }
    }

    String result() {
        return least;
    }

    @Override
    public long bytes() {
        return ValueSize.of(least);
    }
}

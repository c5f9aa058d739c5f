package io.quarry.functions.aql;

import io.quarry.data.ValueSize;
import io.quarry.functions.GrowingState;
import io.quarry.processor.Aggregate;

/** {@code MAX(x)} of texts. */
@Aggregate(
        aql = "MAX",
        doc = "The greatest text by code point; of none, null.",
        source = "AQL data aggregation functions")
final class GreatestText implements GrowingState {
    private String greatest;

    void add(String value) {
        if (greatest == null || Comparisons.compare(value, greatest) > 0) {
            greatest = value;
        }
    }

    void merge(GreatestText later) {
        if (later.greatest != null) {
            add(later.greatest);
        }
    }

    String result() {
        return greatest;
    }

    @Override
    public long bytes() {
        return ValueSize.of(greatest);
    }
}

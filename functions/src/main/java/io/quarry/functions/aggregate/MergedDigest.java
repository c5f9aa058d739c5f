package io.quarry.functions.aggregate;

import io.quarry.functions.GrowingState;
import io.quarry.functions.order.DynamicOrder;
import io.quarry.processor.Aggregate;
import java.util.TreeMap;

/** The state of the values of all states of a group. */
@Aggregate(
        kql = {"tdigest_merge", "merge_tdigest"},
        doc = "State of the values of all tdigest states; of none, null.",
        source = "Kusto Query Language reference, tdigest_merge()",
        differs = "Holds all values, where the service keeps centroids.")
final class MergedDigest implements GrowingState {
    private static final long BYTES_OF_ENTRY = 112;

    private final TreeMap<Object, Long> weights = new TreeMap<>(DynamicOrder::compare);

    void add(Object state) {
        Digests.add(state, weights);
    }

    void merge(MergedDigest later) {
        later.weights.forEach((value, weight) -> weights.merge(value, weight, Long::sum));
    }

    Object result() {
        return Digests.state(weights);
    }

    @Override
    public long bytes() {
        return weights.size() * BYTES_OF_ENTRY;
    }
}

package io.quarry.functions.aggregate;

import io.quarry.data.ValueSize;
import io.quarry.functions.GrowingState;
import io.quarry.processor.Aggregate;
import java.util.ArrayList;
import java.util.List;

/** The state of the values of all states of a group. */
@Aggregate(
        kql = "hll_merge",
        doc = "State of the values of all hll states; of none, null.",
        source = "Kusto Query Language reference, hll_merge()")
final class MergedHashState implements GrowingState {
    private final List<Object> states = new ArrayList<>();
    private long bytes;

    void add(Object state) {
        states.add(state);
        bytes += ValueSize.of(state);
    }

    void merge(MergedHashState later) {
        states.addAll(later.states);
        bytes += later.bytes;
    }

    Object result() {
        return HashStates.merged(states);
    }

    @Override
    public long bytes() {
        return bytes;
    }
}

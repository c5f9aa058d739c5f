package io.quarry.functions.aggregate;

import io.quarry.processor.Aggregate;
import java.util.ArrayList;
import java.util.List;

/** The state of the values of all states of a group. */
@Aggregate(
        kql = "hll_merge",
        doc = "State of the values of all hll states; of none, null.",
        source = "Kusto Query Language reference, hll_merge()")
final class MergedHashState {
    private final List<Object> states = new ArrayList<>();

    void add(Object state) {
        states.add(state);
    }

    void merge(MergedHashState later) {
        states.addAll(later.states);
    }

    Object result() {
        return HashStates.merged(states);
    }
}

package io.quarry.functions.aggregate;

import io.quarry.data.ValueSize;
import io.quarry.functions.GrowingState;
import io.quarry.functions.order.TextOrder;
import io.quarry.processor.Aggregate;

/** The smallest of a group's texts. */
@Aggregate(
        kql = "min",
        doc = "First of the texts in the order of code points; of none, the empty text.",
        source = "Kusto Query Language reference, min()")
final class SmallestText implements GrowingState {
    private String smallest;

    void add(String text) {
        if (smallest == null || TextOrder.compare(text, smallest) < 0) {
            smallest = text;
        }
    }

    void merge(SmallestText later) {
        if (later.smallest != null) {
            add(later.smallest);
        }
    }

    String result() {
        return smallest == null ? "" : smallest;
    }

    @Override
    public long bytes() {
        return ValueSize.of(smallest);
    }
}

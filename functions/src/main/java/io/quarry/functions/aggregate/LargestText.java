package io.quarry.functions.aggregate;

import io.quarry.data.ValueSize;
import io.quarry.functions.GrowingState;
import io.quarry.functions.order.TextOrder;
import io.quarry.processor.Aggregate;

/** The largest of a group's texts. */
@Aggregate(
        kql = "max",
        doc = "Last of the texts in the order of code points; of none, the empty text.",
        source = "Kusto Query Language reference, max()")
final class LargestText implements GrowingState {
    private String largest;

    void add(String text) {
        if (largest == null || TextOrder.compare(text, largest) > 0) {
            largest = text;
        }
    }

    void merge(LargestText later) {
        if (later.largest != null) {
            add(later.largest);
        }
    }

    String result() {
        return largest == null ? "" : largest;
    }

    @Override
    public long bytes() {
        return ValueSize.of(largest);
    }
}

package io.quarry.functions.aggregate;

import static io.quarry.data.Type.BOOL;
import static io.quarry.data.Type.DECIMAL;
import static io.quarry.data.Type.GUID;

import io.quarry.functions.order.DynamicOrder;
import io.quarry.processor.Aggregate;
import io.quarry.processor.Of;

/** The largest of a group's values that are objects. */
@Aggregate(
        kql = "max",
        doc = "Largest of the values that are not null; of none, null.",
        source = "Kusto Query Language reference, max()")
final class Largest {
    private Object largest;

    void add(@Of({BOOL, DECIMAL, GUID}) Object value) {
        if (largest == null || DynamicOrder.compare(value, largest) > 0) {
            largest = value;
        }
    }

    void merge(Largest later) {
        if (later.largest != null) {
            add(later.largest);
        }
    }

    @Of({BOOL, DECIMAL, GUID})
    Object result() {
        return largest;
    }
}

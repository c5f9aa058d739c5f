package io.quarry.functions.aggregate;

import static io.quarry.data.Type.BOOL;
import static io.quarry.data.Type.DECIMAL;
import static io.quarry.data.Type.GUID;

import io.quarry.functions.order.DynamicOrder;
import io.quarry.processor.Aggregate;
import io.quarry.processor.Of;

/** The smallest of a group's values that are objects. */
@Aggregate(
        kql = "min",
        doc = "Smallest of the values that are not null; of none, null.",
        source = "Kusto Query Language reference, min()")
final class Smallest {
    private Object smallest;

    void add(@Of({BOOL, DECIMAL, GUID}) Object value) {
        if (smallest == null || DynamicOrder.compare(value, smallest) < 0) {
            smallest = value;
        }
    }

    void merge(Smallest later) {
        if (later.smallest != null) {
            add(later.smallest);
        }
    }

    @Of({BOOL, DECIMAL, GUID})
    Object result() {
        return smallest;
    }
}

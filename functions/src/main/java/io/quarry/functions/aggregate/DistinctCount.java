package io.quarry.functions.aggregate;

import static io.quarry.data.Type.BOOL;
import static io.quarry.data.Type.DATETIME;
import static io.quarry.data.Type.DECIMAL;
import static io.quarry.data.Type.DYNAMIC;
import static io.quarry.data.Type.GUID;
import static io.quarry.data.Type.INT;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.REAL;
import static io.quarry.data.Type.STRING;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.data.ValueSize;
import io.quarry.functions.GrowingState;
import io.quarry.functions.order.DynamicOrder;
import io.quarry.processor.Aggregate;
import io.quarry.processor.Of;
import java.util.HashSet;
import java.util.Set;

/** The number of distinct values. */
@Aggregate(
        kql = {"dcount", "count_distinct"},
        doc = "Number of distinct values that are not null; exact.",
        source = "Kusto Query Language reference, dcount()",
        differs = "Exact, where the service estimates.")
final class DistinctCount implements GrowingState {
    private final Set<Object> values = new HashSet<>();
    private long bytes;

    void add(@Of({BOOL, INT, LONG, REAL, DECIMAL, STRING, DATETIME, TIMESPAN, GUID, DYNAMIC}) Object value) {
        Object canonical = DynamicOrder.canonical(value);
        if (values.add(canonical)) {
            bytes += 2 * ValueSize.of(canonical);
        }
    }

    void add(
            @Of({BOOL, INT, LONG, REAL, DECIMAL, STRING, DATETIME, TIMESPAN, GUID, DYNAMIC}) Object value,
            long accuracy) {
        add(value);
    }

    void merge(DistinctCount later) {
        for (Object value : later.values) {
            if (values.add(value)) {
                bytes += 2 * ValueSize.of(value);
            }
        }
    }

    long result() {
        return values.size();
    }

    @Override
    public long bytes() {
        return bytes;
    }
}

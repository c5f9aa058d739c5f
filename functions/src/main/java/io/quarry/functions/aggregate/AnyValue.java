package io.quarry.functions.aggregate;

import static io.quarry.data.Type.BOOL;
import static io.quarry.data.Type.DATETIME;
import static io.quarry.data.Type.DECIMAL;
import static io.quarry.data.Type.DYNAMIC;
import static io.quarry.data.Type.GUID;
import static io.quarry.data.Type.INT;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.REAL;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.data.ValueSize;
import io.quarry.functions.GrowingState;
import io.quarry.processor.Aggregate;
import io.quarry.processor.Of;

/** One value of a group: the first that is not null. */
@Aggregate(
        kql = {"take_any", "any"},
        doc = "The first value that is not null; of none, null.",
        source = "Kusto Query Language reference, take_any()")
final class AnyValue implements GrowingState {
    private Object value;
    private long bytes;

    void add(@Of({BOOL, INT, LONG, REAL, DECIMAL, DATETIME, TIMESPAN, GUID, DYNAMIC}) Object candidate) {
        if (value == null) {
            value = candidate;
            bytes = ValueSize.of(candidate);
        }
    }

    void merge(AnyValue later) {
        add(later.value);
    }

    @Of({BOOL, INT, LONG, REAL, DECIMAL, DATETIME, TIMESPAN, GUID, DYNAMIC})
    Object result() {
        return value;
    }

    @Override
    public long bytes() {
        return bytes;
    }
}

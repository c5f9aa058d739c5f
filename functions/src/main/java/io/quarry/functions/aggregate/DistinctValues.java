package io.quarry.functions.aggregate;

import static io.quarry.data.Type.BOOL;
import static io.quarry.data.Type.DECIMAL;
import static io.quarry.data.Type.GUID;
import static io.quarry.data.Type.INT;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.REAL;
import static io.quarry.data.Type.STRING;

import io.quarry.data.Dynamic;
import io.quarry.data.Type;
import io.quarry.data.ValueSize;
import io.quarry.functions.GrowingState;
import io.quarry.functions.order.DynamicOrder;
import io.quarry.processor.Aggregate;
import io.quarry.processor.Of;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The distinct values of a group in the order of their first rows. */
@Aggregate(
        kql = "make_set",
        doc =
                "Array of the distinct values that are not null, in the order of their first rows; arrays are taken apart.",
        source = "Kusto Query Language reference, make_set(); answers of the Kusto emulator for arrays")
final class DistinctValues implements GrowingState {
    /** By the canonical form of each value. */
    private final Map<Object, Object> values = new LinkedHashMap<>();

    private long bytes;
    private long maxSize = ValueList.MAX_SIZE;

    void add(@Of({BOOL, INT, LONG, REAL, DECIMAL, STRING, GUID}) Object value) {
        if (values.size() < maxSize && values.putIfAbsent(DynamicOrder.canonical(value), value) == null) {
            bytes += 2 * ValueSize.of(value);
        }
    }

    void add(@Of({BOOL, INT, LONG, REAL, DECIMAL, STRING, GUID}) Object value, long size) {
        maxSize = size;
        add(value);
    }

    void addDatetime(@Of(Type.DATETIME) long ticks) {
        add(new Dynamic.DateTime(ticks));
    }

    void addDatetime(@Of(Type.DATETIME) long ticks, long size) {
        maxSize = size;
        addDatetime(ticks);
    }

    void addTimespan(@Of(Type.TIMESPAN) long ticks) {
        add(new Dynamic.TimeSpan(ticks));
    }

    void addTimespan(@Of(Type.TIMESPAN) long ticks, long size) {
        maxSize = size;
        addTimespan(ticks);
    }

    void addDynamic(Object value) {
        if (value instanceof List<?> array) {
            array.forEach(this::add);
        } else {
            add(value);
        }
    }

    void addDynamic(Object value, long size) {
        maxSize = size;
        addDynamic(value);
    }

    void merge(DistinctValues later) {
        maxSize = Math.min(maxSize, later.maxSize);
        later.values.values().forEach(this::add);
    }

    Object result() {
        return new ArrayList<>(values.values());
    }

    @Override
    public long bytes() {
        return bytes;
    }
}

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
import io.quarry.processor.Aggregate;
import io.quarry.processor.Of;
import java.util.ArrayList;
import java.util.List;

/** The values of a group in the order of its rows. */
@Aggregate(
        kql = "make_list",
        doc = "Array of the values that are not null, in the order of the rows; arrays are taken apart.",
        source = "Kusto Query Language reference, make_list(); answers of the Kusto emulator for arrays")
final class ValueList implements GrowingState {
    /** The most elements of a list or set, unless the query says less. */
    static final long MAX_SIZE = 1_048_576;

    private final List<Object> values = new ArrayList<>();
    private long bytes;
    private long maxSize = MAX_SIZE;

    void add(@Of({BOOL, INT, LONG, REAL, DECIMAL, STRING, GUID}) Object value) {
        if (values.size() < maxSize) {
            values.add(value);
            bytes += ValueSize.of(value);
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

    void merge(ValueList later) {
        maxSize = Math.min(maxSize, later.maxSize);
        later.values.forEach(this::add);
    }

    Object result() {
        return new ArrayList<>(values);
    }

    @Override
    public long bytes() {
        return bytes;
    }
}

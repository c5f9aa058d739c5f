package io.quarry.functions.aggregate;

import static io.quarry.data.Type.BOOL;
import static io.quarry.data.Type.DECIMAL;
import static io.quarry.data.Type.DYNAMIC;
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
import io.quarry.processor.Nulls;
import io.quarry.processor.Of;
import java.util.ArrayList;
import java.util.List;

/** The values of a group, nulls too, in the order of its rows. */
@Aggregate(
        kql = "make_list_with_nulls",
        doc = "Array of all values, nulls too, in the order of the rows.",
        source = "Kusto Query Language reference, make_list_with_nulls()",
        nulls = Nulls.SEEN)
final class ValueListWithNulls implements GrowingState {
    /** A null takes its place, too. */
    private static final long BYTES_OF_PLACE = 8;

    private final List<Object> values = new ArrayList<>();
    private long bytes;

    void add(@Of({BOOL, INT, LONG, REAL, DECIMAL, STRING, GUID, DYNAMIC}) Object value) {
        values.add(value);
        bytes += BYTES_OF_PLACE + ValueSize.of(value);
    }

    void addDatetime(@Of(Type.DATETIME) Long ticks) {
        add(ticks == null ? null : new Dynamic.DateTime(ticks));
    }

    void addTimespan(@Of(Type.TIMESPAN) Long ticks) {
        add(ticks == null ? null : new Dynamic.TimeSpan(ticks));
    }

    void merge(ValueListWithNulls later) {
        values.addAll(later.values);
        bytes += later.bytes;
    }

    Object result() {
        return new ArrayList<>(values);
    }

    @Override
    public long bytes() {
        return bytes;
    }
}

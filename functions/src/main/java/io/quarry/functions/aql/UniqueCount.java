package io.quarry.functions.aql;

import static io.quarry.data.Type.BOOL;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.REAL;
import static io.quarry.data.Type.STRING;

import io.quarry.data.ValueSize;
import io.quarry.functions.GrowingState;
import io.quarry.processor.Aggregate;
import io.quarry.processor.Of;
import java.util.HashSet;
import java.util.Set;

/** {@code UNIQUECOUNT(x)}, and {@code DISTINCTCOUNT(x)}, which QRadar estimates and we count. */
@Aggregate(
        aql = {"UNIQUECOUNT", "DISTINCTCOUNT"},
        doc = "The number of distinct values that are not null; exact.",
        source = "AQL data aggregation functions")
final class UniqueCount implements GrowingState {
    private final Set<Object> values = new HashSet<>();
    private long bytes;

    void add(@Of({BOOL, LONG, REAL, STRING}) Object value) {
        if (values.add(value)) {
            bytes += 2 * ValueSize.of(value);
        }
    }

    void merge(UniqueCount later) {
        later.values.forEach(this::add);
    }

    double result() {
        return values.size();
    }

    @Override
    public long bytes() {
        return bytes;
    }
}

package io.quarry.functions.aql;

import static io.quarry.data.Type.BOOL;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.REAL;
import static io.quarry.data.Type.STRING;

import io.quarry.processor.Aggregate;
import io.quarry.processor.Of;
import java.util.HashSet;
import java.util.Set;

/** {@code UNIQUECOUNT(x)}, and {@code DISTINCTCOUNT(x)}, which QRadar estimates and we count. */
@Aggregate(
        aql = {"UNIQUECOUNT", "DISTINCTCOUNT"},
        doc = "The number of distinct values that are not null; exact.",
        source = "AQL data aggregation functions")
final class UniqueCount {
    private final Set<Object> values = new HashSet<>();

    void add(@Of({BOOL, LONG, REAL, STRING}) Object value) {
        values.add(value);
    }

    void merge(UniqueCount later) {
        values.addAll(later.values);
    }

    double result() {
        return values.size();
    }
}

package io.quarry.functions.aql;

import static io.quarry.data.Type.BOOL;
import static io.quarry.data.Type.DYNAMIC;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.REAL;
import static io.quarry.data.Type.STRING;

import io.quarry.processor.Aggregate;
import io.quarry.processor.Of;

/** {@code COUNT(x)}. */
@Aggregate(aql = "COUNT", doc = "The number of values that are not null.", source = "AQL data aggregation functions")
final class CountOfValues {
    private long count;

    void add(@Of({BOOL, LONG, REAL, STRING, DYNAMIC}) Object value) {
        count++;
    }

    void merge(CountOfValues later) {
        count += later.count;
    }

    double result() {
        return count;
    }
}

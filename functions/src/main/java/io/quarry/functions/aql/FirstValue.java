package io.quarry.functions.aql;

import static io.quarry.data.Type.BOOL;
import static io.quarry.data.Type.DYNAMIC;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.REAL;
import static io.quarry.data.Type.STRING;

import io.quarry.data.ValueSize;
import io.quarry.functions.GrowingState;
import io.quarry.processor.Aggregate;
import io.quarry.processor.Nulls;
import io.quarry.processor.Of;

/** {@code FIRST(x)}: the value of the earliest row, null included; among equal times the one that came first. */
@Aggregate(
        aql = "FIRST",
        doc = "The first argument where the second, the time, is earliest; among equal times the one that came first.",
        source = "AQL data aggregation functions",
        nulls = Nulls.SEEN)
final class FirstValue implements GrowingState {
    private boolean isEmpty = true;
    private Object value;
    private long time;
    private long bytes;

    void add(@Of({BOOL, LONG, REAL, STRING, DYNAMIC}) Object candidate, Long candidateTime) {
        take(candidate, candidateTime == null ? Long.MAX_VALUE : candidateTime);
    }

    void merge(FirstValue later) {
        if (!later.isEmpty) {
            take(later.value, later.time);
        }
    }

    private void take(Object candidate, long candidateTime) {
        if (isEmpty || candidateTime < time) {
            isEmpty = false;
            value = candidate;
            time = candidateTime;
            bytes = ValueSize.of(candidate);
        }
    }

    @Of({BOOL, LONG, REAL, STRING, DYNAMIC})
    Object result() {
        return value;
    }

    @Override
    public long bytes() {
        return bytes;
    }
}

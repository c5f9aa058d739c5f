package io.quarry.functions.aql;

import io.quarry.processor.Aggregate;

/** {@code COUNT(*)}: a decimal, as QRadar returns it. */
@Aggregate(aql = "COUNT", doc = "The number of rows.", source = "AQL data aggregation functions")
final class CountOfRows {
    private long count;

    void add() {
        count++;
    }

    void merge(CountOfRows later) {
        count += later.count;
    }

    double result() {
        return count;
    }
}

package io.quarry.functions.aggregate;

import static io.quarry.data.Type.DATETIME;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.processor.Aggregate;
import io.quarry.processor.Of;
import java.math.BigInteger;

/** The mean of a group's points or spans of time. The sum is kept in two halves, since a few datetimes exceed 64 bits. */
@Aggregate(
        kql = "avg",
        doc = "Mean of the values that are not null, without the fraction of a tick; of none, null.",
        source = "Kusto Query Language reference, avg()")
final class AverageOfTimes {
    private long high;
    private long low;
    private long count;

    void add(@Of({DATETIME, TIMESPAN}) long ticks) {
        high += ticks >> 32;
        low += ticks & 0xFFFFFFFFL;
        count++;
    }

    void merge(AverageOfTimes later) {
        high += later.high;
        low += later.low;
        count += later.count;
    }

    @Of({DATETIME, TIMESPAN})
    Long result() {
        if (count == 0) {
            return null;
        }
        BigInteger sum = BigInteger.valueOf(high).shiftLeft(32).add(BigInteger.valueOf(low));
        return sum.divide(BigInteger.valueOf(count)).longValue();
    }
}

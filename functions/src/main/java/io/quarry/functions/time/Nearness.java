package io.quarry.functions.time;

import static io.quarry.data.Type.DATETIME;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.processor.Of;
import io.quarry.processor.Scalar;

/** KQL's {@code around}: whether a value is within a distance of another. */
final class Nearness {
    private static final String DOC = "True if the value is no further from the center than the distance.";
    private static final String SOURCE = "Kusto Query Language reference, around()";

    private Nearness() {}

    @Scalar(kql = "around", doc = DOC, example = "around(10, 12, 2) -> true", source = SOURCE)
    static boolean isAround(
            @Of({LONG, TIMESPAN}) long value, @Of({LONG, TIMESPAN}) long center, @Of({LONG, TIMESPAN}) long distance) {
        long difference = value >= center ? value - center : center - value;
        return distance >= 0 && Long.compareUnsigned(difference, distance) <= 0;
    }

    @Scalar(kql = "around", doc = DOC, source = SOURCE)
    static boolean isAround(double value, double center, double distance) {
        return value >= center - distance && value <= center + distance;
    }

    @Scalar(kql = "around", doc = DOC, source = SOURCE)
    static boolean isTimeAround(@Of(DATETIME) long time, @Of(DATETIME) long center, @Of(TIMESPAN) long distance) {
        return time >= center - distance && time <= center + distance;
    }
}

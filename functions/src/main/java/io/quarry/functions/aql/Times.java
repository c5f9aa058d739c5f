package io.quarry.functions.aql;

import io.quarry.data.Ticks;
import io.quarry.data.Type;
import io.quarry.processor.Of;
import io.quarry.processor.Scalar;

/** Functions of time. A point in time is a number of milliseconds since 1970 UTC. */
final class Times {
    private static final String SOURCE = "AQL date and time formats";

    private Times() {}

    @Scalar(aql = "NOW", doc = "When the query began, in milliseconds since 1970.", source = SOURCE)
    static long epochMillis(@Of(Type.DATETIME) long now) {
        return Ticks.toUnixMillis(now);
    }

    @Scalar(
            aql = "DATEFORMAT",
            doc = "The time as text; the pattern has the letters of Java's SimpleDateFormat.",
            example = {
                "DATEFORMAT(1466380800000, 'yyyy-MM-dd HH:mm') -> '2016-06-20 00:00'",
                "DATEFORMAT(1466380800000, 'yyyy-ww-dd') -> '2016-26-20'"
            },
            source = SOURCE)
    static String dateFormat(long millis, DatePattern pattern) {
        return pattern.format(millis);
    }

    @Scalar(
            aql = "PARSETIMESTAMP",
            doc = "The time that the second argument says under the pattern; null if it does not follow it.",
            example = "PARSETIMESTAMP('yyyy-MM-dd', '2016-06-20') -> 1466380800000",
            source = SOURCE)
    static Long parseTimestamp(DatePattern pattern, String text) {
        return pattern.parse(text);
    }
}

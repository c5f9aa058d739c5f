package io.quarry.functions.time;

import static io.quarry.data.Type.DATETIME;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.processor.Nulls;
import io.quarry.processor.Of;
import io.quarry.processor.Scalar;

/** Text of points and spans of time in a chosen format. */
final class Formatting {
    private Formatting() {}

    @Scalar(
            kql = "format_datetime",
            doc = "The point in time in a format.",
            example = {
                "format_datetime(datetime(2007-01-02 03:04:05), 'yy-MM-dd HH:mm') -> '07-01-02 03:04'",
                "format_datetime(datetime(2017-01-29 09:00:05), 'yyyy-MM-dd [hh:mm:ss tt]') -> '2017-01-29 [09:00:05 AM]'"
            },
            source = "Kusto Query Language reference, format_datetime()",
            nulls = Nulls.GIVE_EMPTY)
    static String format(@Of(DATETIME) long time, DatetimeFormat format) {
        return format.apply(time);
    }

    @Scalar(
            kql = "format_timespan",
            doc = "The span of time in a format.",
            example = {
                "format_timespan(time(1.02:03:04.567), 'dd.hh:mm:ss.fff') -> '01.02:03:04.567'",
                "format_timespan(time(-02:30:00), 'hh:mm') -> '-02:30'"
            },
            source = "Kusto Query Language reference, format_timespan(); answers of the Kusto emulator",
            nulls = Nulls.GIVE_EMPTY)
    static String format(@Of(TIMESPAN) long span, TimespanFormat format) {
        return format.apply(span);
    }
}

package io.quarry.functions.time;

import static io.quarry.data.Type.DATETIME;

import io.quarry.data.Ticks;
import io.quarry.processor.Of;
import io.quarry.processor.Scalar;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Starts and ends of days, weeks (from Sunday), months and years; of one so many earlier or later with an offset. */
final class Boundaries {
    private Boundaries() {}

    @Scalar(
            kql = "startofday",
            doc = "The start of the day.",
            example = "startofday(datetime(2017-01-01 10:10:17)) -> datetime(2017-01-01)",
            source = "Kusto Query Language reference, startofday()")
    @Of(DATETIME)
    static Long startOfDay(@Of(DATETIME) long time) {
        return startDay(time, 0);
    }

    @Scalar(
            kql = "startofday",
            doc = "The start of the day so many days later.",
            source = "Kusto Query Language reference, startofday()")
    @Of(DATETIME)
    static Long startOfDay(@Of(DATETIME) long time, long offset) {
        return startDay(time, offset);
    }

    @Scalar(
            kql = "endofday",
            doc = "The last tick of the day.",
            example = "endofday(datetime(2017-01-01 10:10:17)) -> datetime(2017-01-01 23:59:59.9999999)",
            source = "Kusto Query Language reference, endofday()")
    @Of(DATETIME)
    static Long endOfDay(@Of(DATETIME) long time) {
        return tickBefore(startDay(time, 1));
    }

    @Scalar(
            kql = "endofday",
            doc = "The last tick of the day so many days later.",
            source = "Kusto Query Language reference, endofday()")
    @Of(DATETIME)
    static Long endOfDay(@Of(DATETIME) long time, long offset) {
        return tickBefore(startDay(time, offset + 1));
    }

    @Scalar(
            kql = "startofweek",
            doc = "The start of the week.",
            example = "startofweek(datetime(2017-01-04 10:10:17)) -> datetime(2017-01-01)",
            source = "Kusto Query Language reference, startofweek()")
    @Of(DATETIME)
    static Long startOfWeek(@Of(DATETIME) long time) {
        return startWeek(time, 0);
    }

    @Scalar(
            kql = "startofweek",
            doc = "The start of the week so many weeks later.",
            source = "Kusto Query Language reference, startofweek()")
    @Of(DATETIME)
    static Long startOfWeek(@Of(DATETIME) long time, long offset) {
        return startWeek(time, offset);
    }

    @Scalar(
            kql = "endofweek",
            doc = "The last tick of the week.",
            example = "endofweek(datetime(2017-01-04 10:10:17)) -> datetime(2017-01-07 23:59:59.9999999)",
            source = "Kusto Query Language reference, endofweek()")
    @Of(DATETIME)
    static Long endOfWeek(@Of(DATETIME) long time) {
        return tickBefore(startWeek(time, 1));
    }

    @Scalar(
            kql = "endofweek",
            doc = "The last tick of the week so many weeks later.",
            source = "Kusto Query Language reference, endofweek()")
    @Of(DATETIME)
    static Long endOfWeek(@Of(DATETIME) long time, long offset) {
        return tickBefore(startWeek(time, offset + 1));
    }

    @Scalar(
            kql = "startofmonth",
            doc = "The start of the month.",
            example = "startofmonth(datetime(2020-02-10 10:10:17)) -> datetime(2020-02-01)",
            source = "Kusto Query Language reference, startofmonth()")
    @Of(DATETIME)
    static Long startOfMonth(@Of(DATETIME) long time) {
        return startMonth(time, 0);
    }

    @Scalar(
            kql = "startofmonth",
            doc = "The start of the month so many months later.",
            source = "Kusto Query Language reference, startofmonth()")
    @Of(DATETIME)
    static Long startOfMonth(@Of(DATETIME) long time, long offset) {
        return startMonth(time, offset);
    }

    @Scalar(
            kql = "endofmonth",
            doc = "The last tick of the month.",
            example = "endofmonth(datetime(2020-02-10 10:10:17)) -> datetime(2020-02-29 23:59:59.9999999)",
            source = "Kusto Query Language reference, endofmonth()")
    @Of(DATETIME)
    static Long endOfMonth(@Of(DATETIME) long time) {
        return tickBefore(startMonth(time, 1));
    }

    @Scalar(
            kql = "endofmonth",
            doc = "The last tick of the month so many months later.",
            source = "Kusto Query Language reference, endofmonth()")
    @Of(DATETIME)
    static Long endOfMonth(@Of(DATETIME) long time, long offset) {
        return tickBefore(startMonth(time, offset + 1));
    }

    @Scalar(
            kql = "startofyear",
            doc = "The start of the year.",
            example = "startofyear(datetime(2017-05-05 10:10:17)) -> datetime(2017-01-01)",
            source = "Kusto Query Language reference, startofyear()")
    @Of(DATETIME)
    static Long startOfYear(@Of(DATETIME) long time) {
        return startYear(time, 0);
    }

    @Scalar(
            kql = "startofyear",
            doc = "The start of the year so many years later.",
            source = "Kusto Query Language reference, startofyear()")
    @Of(DATETIME)
    static Long startOfYear(@Of(DATETIME) long time, long offset) {
        return startYear(time, offset);
    }

    @Scalar(
            kql = "endofyear",
            doc = "The last tick of the year.",
            example = "endofyear(datetime(2017-05-05 10:10:17)) -> datetime(2017-12-31 23:59:59.9999999)",
            source = "Kusto Query Language reference, endofyear()")
    @Of(DATETIME)
    static Long endOfYear(@Of(DATETIME) long time) {
        return tickBefore(startYear(time, 1));
    }

    @Scalar(
            kql = "endofyear",
            doc = "The last tick of the year so many years later.",
            source = "Kusto Query Language reference, endofyear()")
    @Of(DATETIME)
    static Long endOfYear(@Of(DATETIME) long time, long offset) {
        return tickBefore(startYear(time, offset + 1));
    }

    private static Long startDay(long time, long offset) {
        return days(time - Calendar.timeOfDay(time), offset);
    }

    private static Long startWeek(long time, long offset) {
        long sunday = time - Calendar.timeOfDay(time) - Calendar.dayOfWeek(time) * Ticks.PER_DAY;
        return isFar(offset) ? null : days(sunday, 7 * offset);
    }

    private static Long startMonth(long time, long offset) {
        return months(Calendar.date(time).withDayOfMonth(1), offset);
    }

    private static Long startYear(long time, long offset) {
        return isFar(offset) ? null : months(LocalDate.of(Calendar.date(time).getYear(), 1, 1), 12 * offset);
    }

    /** No two datetimes are so many days apart. */
    private static boolean isFar(long offset) {
        return offset < -4_000_000 || offset > 4_000_000;
    }

    /** One past the last datetime is allowed, to be the end of a span. */
    private static Long days(long midnight, long offset) {
        if (isFar(offset)) {
            return null;
        }
        long ticks = midnight + offset * Ticks.PER_DAY;
        return ticks < 0 || ticks > Ticks.MAX_DATETIME + 1 ? null : Long.valueOf(ticks);
    }

    private static Long months(LocalDate first, long offset) {
        try {
            return days(Calendar.ticks(first.plusMonths(offset)), 0);
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static Long tickBefore(Long end) {
        return end == null ? null : Calendar.inRange(end - 1);
    }
}

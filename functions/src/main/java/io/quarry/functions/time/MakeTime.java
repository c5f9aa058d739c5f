package io.quarry.functions.time;

import static io.quarry.data.Type.DATETIME;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.data.Ticks;
import io.quarry.processor.Of;
import io.quarry.processor.Scalar;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Points and spans of time from numbers. What is out of range is null. */
final class MakeTime {
    private static final String DATETIMES = "Kusto Query Language reference, make_datetime()";
    private static final String TIMESPANS = "Kusto Query Language reference, make_timespan()";
    private static final String UNIX = "Kusto Query Language reference, unixtime_seconds_todatetime() and its kin";

    private MakeTime() {}

    @Scalar(
            kql = "make_datetime",
            doc = "Midnight of a day.",
            example = {
                "make_datetime(2017, 10, 1) -> datetime(2017-10-01)",
                "make_datetime(2017, 2, 29) -> datetime(null)"
            },
            source = DATETIMES)
    @Of(DATETIME)
    static Long datetime(long year, long month, long day) {
        return datetime(year, month, day, 0, 0, 0);
    }

    @Scalar(kql = "make_datetime", doc = "An hour of a day.", source = DATETIMES)
    @Of(DATETIME)
    static Long datetime(long year, long month, long day, long hour) {
        return datetime(year, month, day, hour, 0, 0);
    }

    @Scalar(kql = "make_datetime", doc = "A minute of a day.", source = DATETIMES)
    @Of(DATETIME)
    static Long datetime(long year, long month, long day, long hour, long minute) {
        return datetime(year, month, day, hour, minute, 0);
    }

    @Scalar(
            kql = "make_datetime",
            doc = "A second of a day, with its fraction.",
            example = "make_datetime(2017, 10, 1, 12, 10, 0.1234567) -> datetime(2017-10-01 12:10:00.1234567)",
            source = DATETIMES)
    @Of(DATETIME)
    static Long datetime(long year, long month, long day, long hour, long minute, double second) {
        boolean isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        if (!isTime || year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        try {
            long midnight = Calendar.ticks(LocalDate.of((int) year, (int) month, (int) day));
            return midnight + clock(hour, minute, second);
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Scalar(
            kql = "make_timespan",
            doc = "Hours and minutes.",
            example = "make_timespan(1, 30) -> 1h + 30m",
            source = TIMESPANS)
    @Of(TIMESPAN)
    static Long timespan(long hours, long minutes) {
        return timespan(0, hours, minutes, 0);
    }

    @Scalar(
            kql = "make_timespan",
            doc = "Hours, minutes and seconds.",
            example = "make_timespan(24, 0, 0.0) -> timespan(null)",
            source = TIMESPANS)
    @Of(TIMESPAN)
    static Long timespan(long hours, long minutes, double seconds) {
        return timespan(0, hours, minutes, seconds);
    }

    @Scalar(
            kql = "make_timespan",
            doc = "Days, hours, minutes and seconds.",
            example = "make_timespan(1, 12, 30, 55.123) -> 1d + 12h + 30m + 55123ms",
            source = TIMESPANS)
    @Of(TIMESPAN)
    static Long timespan(long days, long hours, long minutes, double seconds) {
        boolean isTime = hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 && seconds >= 0 && seconds < 60;
        return isTime && days >= 0 && days <= 10_675_198
                ? Long.valueOf(days * Ticks.PER_DAY + clock(hours, minutes, seconds))
                : null;
    }

    private static long clock(long hours, long minutes, double seconds) {
        return hours * Ticks.PER_HOUR + minutes * Ticks.PER_MINUTE + Math.round(seconds * Ticks.PER_SECOND);
    }

    @Scalar(
            kql = "unixtime_seconds_todatetime",
            doc = "The point in time so many seconds after 1970.",
            example = "unixtime_seconds_todatetime(1546300800) -> datetime(2019-01-01)",
            source = UNIX)
    @Of(DATETIME)
    static Long ofSeconds(long seconds) {
        return sinceUnix(seconds, Ticks.PER_SECOND);
    }

    @Scalar(kql = "unixtime_seconds_todatetime", doc = "The same, with a fraction.", source = UNIX)
    @Of(DATETIME)
    static Long ofSeconds(double seconds) {
        return sinceUnix(seconds * Ticks.PER_SECOND);
    }

    @Scalar(
            kql = "unixtime_milliseconds_todatetime",
            doc = "The point in time so many milliseconds after 1970.",
            example = "unixtime_milliseconds_todatetime(1546300800000) -> datetime(2019-01-01)",
            source = UNIX)
    @Of(DATETIME)
    static Long ofMilliseconds(long milliseconds) {
        return sinceUnix(milliseconds, Ticks.PER_MILLISECOND);
    }

    @Scalar(kql = "unixtime_milliseconds_todatetime", doc = "The same, with a fraction.", source = UNIX)
    @Of(DATETIME)
    static Long ofMilliseconds(double milliseconds) {
        return sinceUnix(milliseconds * Ticks.PER_MILLISECOND);
    }

    @Scalar(
            kql = "unixtime_microseconds_todatetime",
            doc = "The point in time so many microseconds after 1970.",
            source = UNIX)
    @Of(DATETIME)
    static Long ofMicroseconds(long microseconds) {
        return sinceUnix(microseconds, Ticks.PER_MICROSECOND);
    }

    @Scalar(kql = "unixtime_microseconds_todatetime", doc = "The same, with a fraction.", source = UNIX)
    @Of(DATETIME)
    static Long ofMicroseconds(double microseconds) {
        return sinceUnix(microseconds * Ticks.PER_MICROSECOND);
    }

    @Scalar(
            kql = "unixtime_nanoseconds_todatetime",
            doc = "The point in time so many nanoseconds after 1970, in whole ticks.",
            source = UNIX)
    @Of(DATETIME)
    static Long ofNanoseconds(long nanoseconds) {
        return sinceUnix(Math.floorDiv(nanoseconds, 100), 1);
    }

    @Scalar(kql = "unixtime_nanoseconds_todatetime", doc = "The same, with a fraction.", source = UNIX)
    @Of(DATETIME)
    static Long ofNanoseconds(double nanoseconds) {
        return sinceUnix(nanoseconds / 100);
    }

    private static Long sinceUnix(long units, long ticksPerUnit) {
        boolean mayFit = Math.abs((double) units * ticksPerUnit) < 0x1p62;
        return mayFit ? Calendar.inRange(Ticks.UNIX_EPOCH + units * ticksPerUnit) : null;
    }

    private static Long sinceUnix(double ticks) {
        return Math.abs(ticks) < 0x1p62 ? Calendar.inRange(Ticks.UNIX_EPOCH + (long) ticks) : null;
    }
}

package io.quarry.functions.time;

import static io.quarry.data.Type.DATETIME;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.data.Ticks;
import io.quarry.processor.Of;
import io.quarry.processor.Scalar;
import java.time.DayOfWeek;
import java.time.temporal.WeekFields;

/** Parts of a datetime, and steps of such parts. */
final class DateParts {
    private static final String PART = "Kusto Query Language reference, datetime_part()";

    private DateParts() {}

    @Scalar(
            kql = "datetime_add",
            doc = "The point in time so many parts later; null out of range.",
            example = {
                "datetime_add('month', 1, datetime(2020-01-31)) -> datetime(2020-02-29)",
                "datetime_add('day', -1, datetime(2020-03-01)) -> datetime(2020-02-29)"
            },
            source = "Kusto Query Language reference, datetime_add()")
    @Of(DATETIME)
    static Long add(DatePart part, long amount, @Of(DATETIME) long time) {
        return part.add(time, amount);
    }

    @Scalar(
            kql = "datetime_diff",
            doc = "Number of the part's boundaries between two points in time, the first minus the second.",
            example = {
                "datetime_diff('year', datetime(2021-01-01), datetime(2020-12-31)) -> 1",
                "datetime_diff('hour', datetime(2017-10-31 01:00), datetime(2017-10-30 23:59)) -> 2"
            },
            source = "Kusto Query Language reference, datetime_diff()")
    static long difference(DatePart part, @Of(DATETIME) long first, @Of(DATETIME) long second) {
        return part.difference(first, second);
    }

    @Scalar(
            kql = {"datetime_part", "datepart"},
            doc = "A part of a point in time.",
            example = "datetime_part('week_of_year', datetime(2017-10-30)) -> int(44)",
            source = PART)
    static int part(DatePart part, @Of(DATETIME) long time) {
        return (int) part.in(time);
    }

    @Scalar(
            kql = "dayofweek",
            doc = "Time since the last Sunday, in whole days; null where the week ends after the last datetime.",
            example = {"dayofweek(datetime(2015-12-14)) -> 1d", "dayofweek(datetime(9999-12-31)) -> timespan(null)"},
            source = "Kusto Query Language reference, dayofweek(); answers of the Kusto emulator for 9999-12-31")
    @Of(TIMESPAN)
    static Long dayOfWeek(@Of(DATETIME) long time) {
        int day = Calendar.dayOfWeek(time);
        boolean isWhole = Calendar.inRange(time + (6 - day) * Ticks.PER_DAY) != null;
        return isWhole ? Long.valueOf(day * Ticks.PER_DAY) : null;
    }

    @Scalar(
            kql = "dayofmonth",
            doc = "Day of the month.",
            example = "dayofmonth(datetime(2015-12-14)) -> int(14)",
            source = PART)
    static int dayOfMonth(@Of(DATETIME) long time) {
        return (int) DatePart.DAY.in(time);
    }

    @Scalar(
            kql = "dayofyear",
            doc = "Day of the year.",
            example = "dayofyear(datetime(2015-12-14)) -> int(348)",
            source = PART)
    static int dayOfYear(@Of(DATETIME) long time) {
        return (int) DatePart.DAYOFYEAR.in(time);
    }

    @Scalar(
            kql = "hourofday",
            doc = "Hour of the day.",
            example = "hourofday(datetime(2015-12-14 18:54)) -> int(18)",
            source = PART)
    static int hourOfDay(@Of(DATETIME) long time) {
        return (int) DatePart.HOUR.in(time);
    }

    @Scalar(
            kql = "week_of_year",
            doc = "Week of the year by ISO 8601.",
            example = {"week_of_year(datetime(2020-12-31)) -> int(53)", "week_of_year(datetime(2021-01-01)) -> int(53)"
            },
            source = "Kusto Query Language reference, week_of_year()")
    static int weekOfYear(@Of(DATETIME) long time) {
        return (int) DatePart.WEEK_OF_YEAR.in(time);
    }

    @Scalar(
            kql = "weekofyear",
            doc = "Week of the year by the old rule: weeks begin on Sunday, the first one has the first Wednesday.",
            example = {"weekofyear(datetime(2020-12-31)) -> int(53)", "weekofyear(datetime(2021-01-03)) -> int(1)"},
            source = "Kusto Query Language reference, week_of_year(), on its predecessor")
    static int oldWeekOfYear(@Of(DATETIME) long time) {
        return Calendar.date(time).get(WeekFields.of(DayOfWeek.SUNDAY, 4).weekOfWeekBasedYear());
    }

    @Scalar(
            kql = {"monthofyear", "getmonth"},
            doc = "Month of the year.",
            example = "monthofyear(datetime(2015-12-14)) -> int(12)",
            source = PART)
    static int month(@Of(DATETIME) long time) {
        return (int) DatePart.MONTH.in(time);
    }

    @Scalar(kql = "getyear", doc = "The year.", example = "getyear(datetime(2015-10-12)) -> int(2015)", source = PART)
    static int year(@Of(DATETIME) long time) {
        return (int) DatePart.YEAR.in(time);
    }
}

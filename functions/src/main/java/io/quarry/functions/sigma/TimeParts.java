package io.quarry.functions.sigma;

import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts of a time that a field holds as text, {@code 2026-03-10 08:15:30.123} with a blank or a {@code T}. A time zone behind
 * it is left out: the part is the one that is written.
 */
final class TimeParts {
    private static final String SOURCE = "Sigma specification, Modifiers 2.1.0, time";
    private static final Pattern TIME =
            Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})[T ]([0-9]{2}):([0-9]{2})\\b.*");

    private TimeParts() {}

    @Scalar(
            sigma = "minute",
            doc = "True if the field is a time in one of these minutes of the hour.",
            source = SOURCE,
            nulls = Nulls.GIVE_FALSE)
    static boolean minute(String field, Numbers numbers) {
        return any(field, numbers, ChronoField.MINUTE_OF_HOUR);
    }

    @Scalar(
            sigma = "hour",
            doc = "True if the field is a time in one of these hours of the day.",
            source = SOURCE,
            nulls = Nulls.GIVE_FALSE)
    static boolean hour(String field, Numbers numbers) {
        return any(field, numbers, ChronoField.HOUR_OF_DAY);
    }

    @Scalar(
            sigma = "day",
            doc = "True if the field is a time on one of these days of the month.",
            source = SOURCE,
            nulls = Nulls.GIVE_FALSE)
    static boolean day(String field, Numbers numbers) {
        return any(field, numbers, ChronoField.DAY_OF_MONTH);
    }

    @Scalar(
            sigma = "week",
            doc = "True if the field is a time in one of these weeks of the year, counted as in ISO 8601.",
            source = SOURCE,
            nulls = Nulls.GIVE_FALSE)
    static boolean week(String field, Numbers numbers) {
        return any(field, numbers, IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    @Scalar(
            sigma = "month",
            doc = "True if the field is a time in one of these months.",
            source = SOURCE,
            nulls = Nulls.GIVE_FALSE)
    static boolean month(String field, Numbers numbers) {
        return any(field, numbers, ChronoField.MONTH_OF_YEAR);
    }

    @Scalar(
            sigma = "year",
            doc = "True if the field is a time in one of these years.",
            source = SOURCE,
            nulls = Nulls.GIVE_FALSE)
    static boolean year(String field, Numbers numbers) {
        return any(field, numbers, ChronoField.YEAR);
    }

    private static boolean any(String field, Numbers numbers, TemporalField part) {
        return Occurrences.any(field, value -> {
            Matcher time = TIME.matcher(value);
            return time.matches() && numbers.any(String.valueOf(part(time, part)), sign -> sign == 0);
        });
    }

    /** The part; -1, which is none, for a time that does not exist. */
    private static int part(Matcher time, TemporalField part) {
        try {
            return LocalDateTime.of(
                            Integer.parseInt(time.group(1)),
                            Integer.parseInt(time.group(2)),
                            Integer.parseInt(time.group(3)),
                            Integer.parseInt(time.group(4)),
                            Integer.parseInt(time.group(5)))
                    .get(part);
        } catch (DateTimeException e) {
            return -1;
        }
    }
}

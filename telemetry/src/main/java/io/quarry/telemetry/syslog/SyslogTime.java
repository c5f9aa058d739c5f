package io.quarry.telemetry.syslog;

import io.quarry.data.Ticks;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.windows.SystemTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time in a syslog header: {@code Mar  2 14:00:00}, also with a year, or as ISO 8601 has it. One without a zone is taken
 * for UTC.
 *
 * @param ticks the time; in some leap year where it names none
 * @param end behind it in the text
 */
record SyslogTime(long ticks, YearKnown year, int end) {
    private static final long HALF_YEAR = 183 * Ticks.PER_DAY;

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private static final Pattern ISO = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)?(?=\\s|$)");

    /** RFC 3164, section 4.1.2, with the years, fractions and zones that devices add. */
    private static final Pattern BSD =
            Pattern.compile("(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?(" + String.join("|", MONTHS)
                    + ") {1,2}(\\d{1,2})(?: (\\d{4}))? (\\d\\d):(\\d\\d):(\\d\\d)(?:[.,](\\d{1,9}))?(?: (?:UTC|GMT))?"
                    + "(?: (\\d{4}))?:?(?=\\s|$)");

    /** Whether the text names the year. */
    enum YearKnown {
        YES,
        NO
    }

    /** The time that begins there; empty if none does. */
    static Optional<SyslogTime> at(String text, int from) {
        if (from >= text.length()) {
            return Optional.empty();
        }
        boolean isIso = text.charAt(from) >= '0' && text.charAt(from) <= '9';
        Matcher matcher = (isIso ? ISO : BSD).matcher(text).region(from, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        return isIso ? iso(matcher) : bsd(matcher);
    }

    private static Optional<SyslogTime> iso(Matcher matcher) {
        long ticks = SystemTime.parse(matcher.group());
        return ticks == EventHeader.NO_TIME
                ? Optional.empty()
                : Optional.of(new SyslogTime(ticks, YearKnown.YES, matcher.end()));
    }

    private static Optional<SyslogTime> bsd(Matcher matcher) {
        String year = matcher.group(3) == null ? matcher.group(8) : matcher.group(3);
        String fraction = matcher.group(7) == null ? "" : "." + matcher.group(7);
        // 0004 is a leap year, so that February 29 is known to be one.
        String text = String.format(
                Locale.ROOT,
                "%s-%02d-%02dT%s:%s:%s%s",
                year == null ? "0004" : year,
                MONTHS.indexOf(matcher.group(1)) + 1,
                Integer.parseInt(matcher.group(2)),
                matcher.group(4),
                matcher.group(5),
                matcher.group(6),
                fraction);
        long ticks = SystemTime.parse(text);
        return ticks == EventHeader.NO_TIME
                ? Optional.empty()
                : Optional.of(new SyslogTime(ticks, year == null ? YearKnown.NO : YearKnown.YES, matcher.end()));
    }

    /**
     * The time in ticks. One that names no year is of the year that brings it nearest to the event's own time, or if that is
     * not known of the last year in which it is not after the file was written, give or take a day of zones.
     *
     * @param known the event's own time, or {@link EventHeader#NO_TIME}
     */
    long resolved(long known, long written) {
        if (year == YearKnown.YES) {
            return ticks;
        }
        return last(known == EventHeader.NO_TIME ? written + Ticks.PER_DAY : known + HALF_YEAR);
    }

    /** In the last year in which that is not after the limit. */
    private long last(long limit) {
        int latest = Instant.ofEpochMilli(Ticks.toUnixMillis(limit))
                .atOffset(ZoneOffset.UTC)
                .getYear();
        long best = EventHeader.NO_TIME;
        for (int candidate = latest; candidate > latest - 9 && best == EventHeader.NO_TIME; candidate--) {
            long moved = inYear(candidate);
            best = moved <= limit && Ticks.isDatetime(moved) ? moved : best;
        }
        return best;
    }

    private long inYear(int candidate) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(ticks - Ticks.UNIX_EPOCH, Ticks.PER_DAY));
        if (day.getMonthValue() == 2 && day.getDayOfMonth() == 29 && !Year.isLeap(candidate)) {
            return Long.MAX_VALUE;
        }
        long days = day.withYear(candidate).toEpochDay() - day.toEpochDay();
        return ticks + days * Ticks.PER_DAY;
    }
}

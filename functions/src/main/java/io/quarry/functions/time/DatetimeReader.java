package io.quarry.functions.time;

import io.quarry.data.Ticks;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads points in time as KQL's literals and {@code todatetime} do: ISO 8601 with blank or {@code T} and optional parts,
 * RFC 822 and 850, and the orders month/day/year and month-day-year. Without an offset a time is UTC.
 *
 * <p>Source: Kusto Query Language reference, The datetime data type.
 */
public final class DatetimeReader {
    private static final String TIME = "(?:(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,](\\d{1,9}))?)?\\s*([AaPp][Mm])?)";
    private static final String ZONE = "\\s*(Z|z|GMT|UTC|UT|[+-]\\d{1,2}(?::?\\d{2})?)?";
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})-(\\d{1,2})(?:-(\\d{1,2})(?:[T ]\\s*" + TIME + ZONE + ")?)?");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\d{1,2})-(\\d{1,2})-(\\d{4})(?:[T ]\\s*" + TIME + ZONE + ")?");
    private static final Pattern COMMAS = Pattern.compile("(\\d{4}),\\s*(\\d{1,2}),\\s*(\\d{1,2})");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})");
    private static final Pattern SLASHES =
            Pattern.compile("(\\d{1,4})/(\\d{1,2})/(\\d{1,4})(?:[T ]\\s*" + TIME + ZONE + ")?");
    private static final Pattern NAMED = Pattern.compile(
            "(?:[A-Za-z]{3,9},?\\s+)?(\\d{1,2})[ -]([A-Za-z]{3,9})[ -](\\d{2,4})" + "(?:\\s+" + TIME + ZONE + ")?");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private DatetimeReader() {}

    /** The point in ticks, or null if the text is none. */
    public static Long read(String text) {
        String trimmed = text.strip();
        try {
            return readTrimmed(trimmed);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Long readTrimmed(String text) {
        Matcher matcher = ISO.matcher(text);
        if (matcher.matches()) {
            return at(
                    number(matcher, 1),
                    number(matcher, 2),
                    matcher.group(3) == null ? 1 : number(matcher, 3),
                    matcher,
                    4);
        }
        matcher = SLASHES.matcher(text);
        if (matcher.matches()) {
            boolean isYearFirst = matcher.group(1).length() == 4;
            return isYearFirst
                    ? at(number(matcher, 1), number(matcher, 2), number(matcher, 3), matcher, 4)
                    : at(year(matcher.group(3)), number(matcher, 1), number(matcher, 2), matcher, 4);
        }
        matcher = NAMED.matcher(text);
        if (matcher.matches()) {
            int month = month(matcher.group(2));
            return month == 0 ? null : at(year(matcher.group(3)), month, number(matcher, 1), matcher, 4);
        }
        matcher = MONTH_FIRST.matcher(text);
        if (matcher.matches()) {
            return at(number(matcher, 3), number(matcher, 1), number(matcher, 2), matcher, 4);
        }
        matcher = COMMAS.matcher(text);
        if (matcher.matches()) {
            return ofDate(number(matcher, 1), number(matcher, 2), number(matcher, 3));
        }
        matcher = COMPACT.matcher(text);
        if (matcher.matches()) {
            return ofDate(number(matcher, 1), number(matcher, 2), number(matcher, 3));
        }
        matcher = YEAR.matcher(text);
        return matcher.matches() ? Long.valueOf(ofDate(number(matcher, 1), 1, 1)) : null;
    }

    private static Long at(int year, int month, int day, Matcher matcher, int group) {
        long ticks = ofDate(year, month, day);
        if (matcher.group(group) == null) {
            return ticks;
        }
        long hour = number(matcher, group);
        long minute = number(matcher, group + 1);
        long second = matcher.group(group + 2) == null ? 0 : number(matcher, group + 2);
        String half = matcher.group(group + 4);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                return null;
            }
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).equals("pm") ? 12 : 0);
        }
        if (hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        long time = hour * Ticks.PER_HOUR + minute * Ticks.PER_MINUTE + second * Ticks.PER_SECOND;
        long result = ticks + time + fraction(matcher.group(group + 3)) - offset(matcher.group(group + 5));
        return result < 0 || result > Ticks.MAX_DATETIME ? null : Long.valueOf(result);
    }

    private static long fraction(String digits) {
        return digits == null ? 0 : Long.parseLong((digits + "0000000").substring(0, 7));
    }

    private static long offset(String zone) {
        if (zone == null || Character.isLetter(zone.charAt(0))) {
            return 0;
        }
        String digits = zone.substring(1).replace(":", "");
        long hours = Long.parseLong(digits.length() <= 2 ? digits : digits.substring(0, digits.length() - 2));
        long minutes = digits.length() <= 2 ? 0 : Long.parseLong(digits.substring(digits.length() - 2));
        long ticks = hours * Ticks.PER_HOUR + minutes * Ticks.PER_MINUTE;
        return zone.charAt(0) == '-' ? -ticks : ticks;
    }

    private static long ofDate(int year, int month, int day) {
        if (year < 1) {
            throw new DateTimeException("year " + year);
        }
        return Calendar.ticks(LocalDate.of(year, month, day));
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() > 2 ? year : year + (year < 50 ? 2000 : 1900);
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}

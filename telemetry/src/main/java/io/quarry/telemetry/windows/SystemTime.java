package io.quarry.telemetry.windows;

import io.quarry.data.Ticks;
import io.quarry.telemetry.EventHeader;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Times as event logs write them: {@code 2020-10-23T21:57:29.2175625Z} and its variations. */
public final class SystemTime {
    private static final long NO_OFFSET = Long.MIN_VALUE;

    private final String text;
    private int at;

    private SystemTime(String text) {
        this.text = text;
    }

    /**
     * An ISO 8601 date and time in ticks. {@code T} or a blank stands between the two; the fraction has any number of digits,
     * of which seven count; the zone is {@code Z}, an offset, or absent for UTC.
     *
     * @return {@link EventHeader#NO_TIME} if the text is none, or one outside of the years 1 to 9999
     */
    public static long parse(String text) {
        return text == null ? EventHeader.NO_TIME : new SystemTime(text.strip()).ticks();
    }

    private long ticks() {
        int year = digits(4);
        boolean isDate = year >= 1 && skip('-');
        int month = digits(2);
        isDate &= skip('-');
        int day = digits(2);
        isDate &= skip('T') || skip(' ') || skip('t');
        int hour = digits(2);
        isDate &= skip(':');
        int minute = digits(2);
        isDate &= skip(':');
        int second = digits(2);
        if (!isDate || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
            return EventHeader.NO_TIME;
        }
        long fraction = skip('.') || skip(',') ? fraction() : 0;
        long offsetMinutes = offsetMinutes();
        if (fraction < 0 || offsetMinutes == NO_OFFSET || at != text.length()) {
            return EventHeader.NO_TIME;
        }
        try {
            long days = LocalDate.of(year, month, day).toEpochDay();
            long ticks = Ticks.UNIX_EPOCH
                    + days * Ticks.PER_DAY
                    + hour * Ticks.PER_HOUR
                    + (minute - offsetMinutes) * Ticks.PER_MINUTE
                    + second * Ticks.PER_SECOND
                    + fraction;
            return Ticks.isDatetime(ticks) ? ticks : EventHeader.NO_TIME;
        } catch (DateTimeException e) {
            return EventHeader.NO_TIME;
        }
    }

    /** Exactly so many digits; -1 if they are not there. */
    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            int digit = at < text.length() ? text.charAt(at) - '0' : -1;
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
            at++;
        }
        return value;
    }

    /** In ticks; -1 if there is no digit. */
    private long fraction() {
        long value = 0;
        int count = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            if (count++ < 7) {
                value = value * 10 + (text.charAt(at) - '0');
            }
            at++;
        }
        for (int i = count; i < 7; i++) {
            value *= 10;
        }
        return count == 0 ? -1 : value;
    }

    /** Minutes east of Greenwich; {@link #NO_OFFSET} if no zone can be read. */
    private long offsetMinutes() {
        if (skip('Z') || skip('z') || at == text.length()) {
            return 0;
        }
        int sign = skip('+') ? 1 : skip('-') ? -1 : 0;
        int hours = digits(2);
        skip(':');
        int minutes = digits(2);
        return sign == 0 || hours < 0 || minutes < 0 ? NO_OFFSET : sign * (hours * 60L + minutes);
    }

    private boolean skip(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }
}

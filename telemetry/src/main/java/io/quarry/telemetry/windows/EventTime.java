package io.quarry.telemetry.windows;

import io.quarry.data.Ticks;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventHeader;
import java.time.LocalDate;

/**
 * When an event happened: Sysmon's {@code UtcTime} ({@code yyyy-MM-dd HH:mm:ss.fff}), which is the time of the act, or
 * else {@code System/TimeCreated}, the time of logging.
 */
public final class EventTime {
    public static final String SYSMON_CHANNEL = "Microsoft-Windows-Sysmon/Operational";

    /** Days from 0001-01-01 to 1970-01-01. */
    private static final long EPOCH_DAYS = Ticks.UNIX_EPOCH / Ticks.PER_DAY;

    private EventTime() {}

    /** The time in ticks; {@link EventHeader#NO_TIME} if the event has none. */
    public static long of(Event event) {
        if (SYSMON_CHANNEL.equalsIgnoreCase(event.header().channel())) {
            String text = event.value("UtcTime");
            long time = text == null ? EventHeader.NO_TIME : parse(text);
            if (time != EventHeader.NO_TIME) {
                return time;
            }
        }
        return event.header().time();
    }

    /** {@code yyyy-MM-dd HH:mm:ss} with up to seven more digits behind a point; anything else has no time. */
    public static long parse(String text) {
        if (text.length() < 19 || text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(13) != ':') {
            return EventHeader.NO_TIME;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        long fraction = fraction(text);
        if (year < 1 || day < 1 || month < 1 || month > 12 || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            return EventHeader.NO_TIME;
        }
        if (second < 0
                || second > 59
                || fraction < 0
                || day > java.time.YearMonth.of(year, month).lengthOfMonth()) {
            return EventHeader.NO_TIME;
        }
        long days = LocalDate.of(year, month, day).toEpochDay() + EPOCH_DAYS;
        return days * Ticks.PER_DAY
                + hour * Ticks.PER_HOUR
                + minute * Ticks.PER_MINUTE
                + second * Ticks.PER_SECOND
                + fraction;
    }

    private static long fraction(String text) {
        if (text.length() == 19) {
            return 0;
        }
        int count = text.length() - 20;
        if (text.charAt(19) != '.' || count < 1 || count > 7) {
            return -1;
        }
        long value = digits(text, 20, text.length());
        for (int i = count; i < 7 && value > 0; i++) {
            value *= 10;
        }
        return value;
    }

    /** The number in {@code text[from..to)}; -1 if anything but a digit stands there. */
    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}

package io.quarry.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;

/** Ticks of 100 ns since 0001-01-01T00:00:00Z, the unit of {@link Type#DATETIME}, against the other clocks in use. */
public final class Ticks {
    public static final long PER_MICROSECOND = 10;
    public static final long PER_MILLISECOND = 10_000;
    public static final long PER_SECOND = 10_000_000;
    public static final long PER_MINUTE = 60 * PER_SECOND;
    public static final long PER_HOUR = 60 * PER_MINUTE;
    public static final long PER_DAY = 24 * PER_HOUR;

    /** 9999-12-31T23:59:59.9999999Z, the last datetime. */
    public static final long MAX_DATETIME = 3_155_378_975_999_999_999L;

    /** 1970-01-01T00:00:00Z. */
    public static final long UNIX_EPOCH = 621_355_968_000_000_000L;

    /** 1601-01-01T00:00:00Z, where Windows FILETIME starts. */
    public static final long FILETIME_EPOCH = 504_911_232_000_000_000L;

    private static final Instant FIRST = toInstant(0);
    private static final Instant LAST = toInstant(MAX_DATETIME).plusNanos(99);

    private Ticks() {}

    /** Truncates to 100 ns. */
    public static long of(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), PER_SECOND) + instant.getNano() / 100, UNIX_EPOCH);
    }

    /** As {@link #of}, of a time that somebody else wrote; empty if it lies outside of the years 1 to 9999. */
    public static OptionalLong ofForeign(Instant instant) {
        return instant.isBefore(FIRST) || instant.isAfter(LAST) ? OptionalLong.empty() : OptionalLong.of(of(instant));
    }

    /** True from 0001-01-01T00:00:00Z to {@link #MAX_DATETIME}: what a datetime can be. */
    public static boolean isDatetime(long ticks) {
        return ticks >= 0 && ticks <= MAX_DATETIME;
    }

    public static Instant toInstant(long ticks) {
        long sinceEpoch = ticks - UNIX_EPOCH;
        return Instant.ofEpochSecond(
                Math.floorDiv(sinceEpoch, PER_SECOND), Math.floorMod(sinceEpoch, PER_SECOND) * 100);
    }

    public static long ofUnixMillis(long millis) {
        return Math.addExact(Math.multiplyExact(millis, PER_MILLISECOND), UNIX_EPOCH);
    }

    /** Truncates towards the past. */
    public static long toUnixMillis(long ticks) {
        return Math.floorDiv(ticks - UNIX_EPOCH, PER_MILLISECOND);
    }

    /** {@code 2020-01-01T00:00:00.0000000Z}: always seven digits. */
    public static String format(long ticks) {
        long sinceEpoch = ticks - UNIX_EPOCH;
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(sinceEpoch, PER_DAY));
        long ofDay = Math.floorMod(sinceEpoch, PER_DAY);
        StringBuilder text = new StringBuilder(28);
        append(text, date.getYear(), 4).append('-');
        append(text, date.getMonthValue(), 2).append('-');
        append(text, date.getDayOfMonth(), 2).append('T');
        append(text, ofDay / PER_HOUR, 2).append(':');
        append(text, ofDay / PER_MINUTE % 60, 2).append(':');
        append(text, ofDay / PER_SECOND % 60, 2).append('.');
        return append(text, ofDay % PER_SECOND, 7).append('Z').toString();
    }

    private static StringBuilder append(StringBuilder text, long value, int digits) {
        long power = 1;
        for (int i = 1; i < digits; i++) {
            power *= 10;
            if (value < power) {
                text.append('0');
            }
        }
        return text.append(value);
    }
}

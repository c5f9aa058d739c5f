package io.quarry.functions.time;

import io.quarry.data.Ticks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads timespans as KQL's literals and {@code totimespan} do: {@code 1d}, {@code 1.5h}, {@code 15 seconds},
 * {@code 1.02:03:04.5}, {@code 02:03}, and a bare number of days.
 *
 * <p>Source: Kusto Query Language reference, The timespan data type.
 */
public final class TimespanReader {
    private static final Pattern CLOCK =
            Pattern.compile("(-)?(?:(\\d{1,8})\\.)?(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{1,7}))?)?");
    private static final Pattern AMOUNT = Pattern.compile("(-?\\d{1,19}(?:\\.\\d{1,19})?)\\s*([a-z]*)");

    private static final Map<String, Long> UNITS = Map.ofEntries(
            unit("d", Ticks.PER_DAY),
            unit("day", Ticks.PER_DAY),
            unit("days", Ticks.PER_DAY),
            unit("h", Ticks.PER_HOUR),
            unit("hr", Ticks.PER_HOUR),
            unit("hrs", Ticks.PER_HOUR),
            unit("hour", Ticks.PER_HOUR),
            unit("hours", Ticks.PER_HOUR),
            unit("m", Ticks.PER_MINUTE),
            unit("min", Ticks.PER_MINUTE),
            unit("minute", Ticks.PER_MINUTE),
            unit("minutes", Ticks.PER_MINUTE),
            unit("s", Ticks.PER_SECOND),
            unit("sec", Ticks.PER_SECOND),
            unit("second", Ticks.PER_SECOND),
            unit("seconds", Ticks.PER_SECOND),
            unit("ms", Ticks.PER_MILLISECOND),
            unit("milli", Ticks.PER_MILLISECOND),
            unit("millis", Ticks.PER_MILLISECOND),
            unit("millisec", Ticks.PER_MILLISECOND),
            unit("millisecond", Ticks.PER_MILLISECOND),
            unit("milliseconds", Ticks.PER_MILLISECOND),
            unit("micro", Ticks.PER_MICROSECOND),
            unit("micros", Ticks.PER_MICROSECOND),
            unit("microsec", Ticks.PER_MICROSECOND),
            unit("microsecond", Ticks.PER_MICROSECOND),
            unit("microseconds", Ticks.PER_MICROSECOND),
            unit("tick", 1L),
            unit("ticks", 1L));

    private TimespanReader() {}

    private static Map.Entry<String, Long> unit(String name, long ticks) {
        return Map.entry(name, ticks);
    }

    /** The ticks of a unit's name ({@code h}, {@code hours}), or null. Nanoseconds are below a tick: see {@link #read}. */
    public static Long ticksOf(String unit) {
        return UNITS.get(unit);
    }

    /** The span in ticks, or null if the text is none or is out of range. */
    public static Long read(String text) {
        String trimmed = text.strip();
        Matcher clock = CLOCK.matcher(trimmed);
        if (clock.matches()) {
            return clock(clock);
        }
        Matcher amount = AMOUNT.matcher(trimmed);
        if (!amount.matches()) {
            return null;
        }
        String unit = amount.group(2);
        BigDecimal number = new BigDecimal(amount.group(1));
        if (unit.startsWith("nano")) {
            boolean isUnit = unit.matches("nano|nanos|nanosec|nanosecond|nanoseconds");
            return isUnit ? fit(number.movePointLeft(2)) : null;
        }
        Long ticks = unit.isEmpty() ? Long.valueOf(Ticks.PER_DAY) : UNITS.get(unit);
        return ticks == null ? null : fit(number.multiply(BigDecimal.valueOf(ticks)));
    }

    private static Long clock(Matcher clock) {
        long days = part(clock.group(2));
        long hours = part(clock.group(3));
        long minutes = part(clock.group(4));
        long seconds = part(clock.group(5));
        if (hours > 23 || minutes > 59 || seconds > 59 || days > 10_675_199) {
            return null;
        }
        String fraction = clock.group(6) == null ? "" : clock.group(6);
        long ticks = hours * Ticks.PER_HOUR
                + minutes * Ticks.PER_MINUTE
                + seconds * Ticks.PER_SECOND
                + part((fraction + "0000000").substring(0, 7));
        BigDecimal all = BigDecimal.valueOf(days)
                .multiply(BigDecimal.valueOf(Ticks.PER_DAY))
                .add(BigDecimal.valueOf(ticks));
        return fit(clock.group(1) == null ? all : all.negate());
    }

    private static long part(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static Long fit(BigDecimal ticks) {
        BigDecimal whole = ticks.setScale(0, RoundingMode.DOWN);
        boolean fits = whole.toBigInteger().bitLength() < Long.SIZE;
        return fits ? Long.valueOf(whole.longValue()) : null;
    }
}

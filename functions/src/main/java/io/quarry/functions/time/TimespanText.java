package io.quarry.functions.time;

import io.quarry.data.Ticks;

/** The text of timespans: {@code [-][d.]hh:mm:ss[.fffffff]}. */
public final class TimespanText {
    private TimespanText() {}

    public static String of(long ticks) {
        StringBuilder text = new StringBuilder(ticks < 0 ? "-" : "");
        long days = Math.abs(ticks / Ticks.PER_DAY);
        long rest = Math.abs(ticks % Ticks.PER_DAY);
        if (days > 0) {
            text.append(days).append('.');
        }
        two(text, rest / Ticks.PER_HOUR).append(':');
        two(text, rest / Ticks.PER_MINUTE % 60).append(':');
        two(text, rest / Ticks.PER_SECOND % 60);
        long fraction = rest % Ticks.PER_SECOND;
        if (fraction > 0) {
            text.append('.').append(String.valueOf(Ticks.PER_SECOND + fraction), 1, 8);
        }
        return text.toString();
    }

    private static StringBuilder two(StringBuilder text, long number) {
        return text.append(number < 10 ? "0" : "").append(number);
    }
}

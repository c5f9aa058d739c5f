package io.quarry.functions.time;

import io.quarry.data.Ticks;
import java.time.LocalDate;

/** Days of the Gregorian calendar, in UTC, and ticks. */
final class Calendar {
    private static final long EPOCH_DAY = -LocalDate.of(1, 1, 1).toEpochDay();

    private Calendar() {}

    /** Midnight of the day. */
    static long ticks(LocalDate date) {
        return (date.toEpochDay() + EPOCH_DAY) * Ticks.PER_DAY;
    }

    static LocalDate date(long ticks) {
        return LocalDate.ofEpochDay(Math.floorDiv(ticks, Ticks.PER_DAY) - EPOCH_DAY);
    }

    /** Ticks since midnight. */
    static long timeOfDay(long ticks) {
        return Math.floorMod(ticks, Ticks.PER_DAY);
    }

    /** The ticks, or null where they are no datetime. */
    static Long inRange(long ticks) {
        return ticks < 0 || ticks > Ticks.MAX_DATETIME ? null : Long.valueOf(ticks);
    }

    /** The day of the week: 0 is Sunday. */
    static int dayOfWeek(long ticks) {
        return (int) Math.floorMod(Math.floorDiv(ticks, Ticks.PER_DAY) + 1, 7L);
    }
}

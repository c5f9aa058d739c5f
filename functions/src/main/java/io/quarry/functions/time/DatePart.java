package io.quarry.functions.time;

import io.quarry.data.Ticks;
import io.quarry.plan.FunctionException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The parts of a datetime that KQL's functions name, in any letter case. */
public enum DatePart {
    YEAR,
    QUARTER,
    MONTH,
    WEEK,
    WEEK_OF_YEAR,
    DAY,
    DAYOFYEAR,
    HOUR,
    MINUTE,
    SECOND,
    MILLISECOND,
    MICROSECOND,
    NANOSECOND;

    /** @throws FunctionException if there is no such part */
    public static DatePart of(String name) {
        for (DatePart part : values()) {
            if (part.name().equalsIgnoreCase(name)) {
                return part;
            }
        }
        String known = Arrays.stream(values())
                .map(part -> part.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw new FunctionException("no part of a datetime is called '" + name + "'; there are " + known);
    }

    /** The part of a point in time. */
    long in(long ticks) {
        LocalDate date = Calendar.date(ticks);
        long time = Calendar.timeOfDay(ticks);
        return switch (this) {
            case YEAR -> date.getYear();
            case QUARTER -> date.get(IsoFields.QUARTER_OF_YEAR);
            case MONTH -> date.getMonthValue();
            case WEEK, WEEK_OF_YEAR -> date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case DAY -> date.getDayOfMonth();
            case DAYOFYEAR -> date.getDayOfYear();
            case HOUR -> time / Ticks.PER_HOUR;
            case MINUTE -> time / Ticks.PER_MINUTE % 60;
            case SECOND -> time / Ticks.PER_SECOND % 60;
            case MILLISECOND -> time / Ticks.PER_MILLISECOND % 1000;
            case MICROSECOND -> time / Ticks.PER_MICROSECOND % 1_000_000;
            case NANOSECOND -> time % Ticks.PER_SECOND * 100;
        };
    }

    /** The point in time so many parts later, at the end of a month that is too short; null out of range. */
    Long add(long ticks, long amount) {
        try {
            return switch (this) {
                case YEAR -> addMonths(ticks, Math.multiplyExact(amount, 12));
                case QUARTER -> addMonths(ticks, Math.multiplyExact(amount, 3));
                case MONTH -> addMonths(ticks, amount);
                case NANOSECOND -> Calendar.inRange(Math.addExact(ticks, amount / 100));
                default -> Calendar.inRange(Math.addExact(ticks, Math.multiplyExact(amount, ticksPerPart())));
            };
        } catch (ArithmeticException | DateTimeException e) {
            return null;
        }
    }

    private static Long addMonths(long ticks, long months) {
        LocalDate date = Calendar.date(ticks).plusMonths(months);
        return date.getYear() < 1 || date.getYear() > 9999
                ? null
                : Long.valueOf(Calendar.ticks(date) + Calendar.timeOfDay(ticks));
    }

    /** How many boundaries of the part lie between two points in time: the first minus the second. */
    long difference(long first, long second) {
        return ordinal(first) - ordinal(second);
    }

    /** The number of the part's span that holds the point. */
    private long ordinal(long ticks) {
        return switch (this) {
            case YEAR -> Calendar.date(ticks).getYear();
            case QUARTER ->
                Calendar.date(ticks).getYear() * 4L + Calendar.date(ticks).get(IsoFields.QUARTER_OF_YEAR);
            case MONTH ->
                Calendar.date(ticks).getYear() * 12L + Calendar.date(ticks).getMonthValue();
            case WEEK, WEEK_OF_YEAR -> Math.floorDiv(ticks + Ticks.PER_DAY, 7 * Ticks.PER_DAY);
            case NANOSECOND -> ticks * 100;
            default -> Math.floorDiv(ticks, ticksPerPart());
        };
    }

    private long ticksPerPart() {
        return switch (this) {
            case WEEK, WEEK_OF_YEAR -> 7 * Ticks.PER_DAY;
            case DAY, DAYOFYEAR -> Ticks.PER_DAY;
            case HOUR -> Ticks.PER_HOUR;
            case MINUTE -> Ticks.PER_MINUTE;
            case SECOND -> Ticks.PER_SECOND;
            case MILLISECOND -> Ticks.PER_MILLISECOND;
            case MICROSECOND -> Ticks.PER_MICROSECOND;
            case YEAR, QUARTER, MONTH, NANOSECOND -> throw new IllegalStateException(this + " is no number of ticks");
        };
    }
}

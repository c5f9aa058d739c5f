package io.quarry.plan;

import io.quarry.data.Type;
import java.util.Locale;

/**
 * A function of a row and the rows around it, in the order of the input. Where an argument called <em>restart</em> is true
 * (null is not), what came before is forgotten.
 */
public enum WindowFunction {
    /** {@code (start: long, restart: bool)}: the start, then one more for each row. */
    ROW_NUMBER,
    /** {@code (term, restart: bool)}: the sum of the terms so far; null adds nothing. Int, long and timespan wrap around. */
    CUMULATIVE_SUM,
    /** {@code (value, restart: bool)}: 1, then one more wherever the value is not that of the row before. */
    DENSE_RANK,
    /** {@code (value, restart: bool)}: the row number of the first row of the run of equal values. */
    MINIMAL_RANK,
    /** {@code (value, distance: long, fallback)}: the value so many rows earlier; the fallback where there is no such row. */
    PREVIOUS,
    /** {@code (value, distance: long, fallback)}: the value so many rows later; the fallback where there is no such row. */
    NEXT,
    /**
     * {@code (time, spanOfSession: timespan, gap: timespan, restart: bool)}: the time at which the row's session began. One
     * begins where the session has lasted the span, where the gap to the time before was reached, and after a null.
     */
    SESSION_START;

    /** The type of the answer where the first argument has that type. */
    Type result(Type first) {
        return switch (this) {
            case ROW_NUMBER, DENSE_RANK, MINIMAL_RANK -> Type.LONG;
            case CUMULATIVE_SUM, PREVIOUS, NEXT, SESSION_START -> first;
        };
    }

    /** The name that plans print. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

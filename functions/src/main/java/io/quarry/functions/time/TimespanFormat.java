package io.quarry.functions.time;

import io.quarry.data.Ticks;
import io.quarry.plan.FunctionException;
import java.util.List;

/**
 * A format of {@code format_timespan}; a negative span begins with a minus. Immutable, safe for threads.
 *
 * <p>Source: Kusto Query Language reference, format_timespan().
 */
public final class TimespanFormat {
    private final List<TimeFormat.Piece> pieces;

    private TimespanFormat(String format) {
        pieces = TimeFormat.pieces(format, TimespanFormat::longest);
    }

    /** @throws FunctionException at a character that means nothing */
    public static TimespanFormat of(String format) {
        return new TimespanFormat(format);
    }

    private static int longest(char letter) {
        return switch (letter) {
            case 'h', 'H', 'm', 's' -> 2;
            case 'f', 'F' -> 7;
            case 'd' -> 8;
            default -> 0;
        };
    }

    public String apply(long ticks) {
        StringBuilder text = new StringBuilder(ticks < 0 ? "-" : "");
        for (TimeFormat.Piece piece : pieces) {
            append(text, piece, ticks);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, TimeFormat.Piece piece, long ticks) {
        long time = Math.abs(ticks % Ticks.PER_DAY);
        int length = piece.length();
        if (length == 0) {
            text.append(piece.letter());
            return;
        }
        switch (piece.letter()) {
            case 'd' -> TimeFormat.number(text, Math.abs(ticks / Ticks.PER_DAY), length);
            case 'h', 'H' -> TimeFormat.number(text, time / Ticks.PER_HOUR, length);
            case 'm' -> TimeFormat.number(text, time / Ticks.PER_MINUTE % 60, length);
            case 's' -> TimeFormat.number(text, time / Ticks.PER_SECOND % 60, length);
            default -> TimeFormat.fraction(text, time % Ticks.PER_SECOND, piece);
        }
    }
}

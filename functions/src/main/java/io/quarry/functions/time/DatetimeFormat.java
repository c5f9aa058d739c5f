package io.quarry.functions.time;

import io.quarry.data.Ticks;
import io.quarry.plan.FunctionException;
import java.time.LocalDate;
import java.util.List;

/**
 * A format of {@code format_datetime}. Immutable, safe for threads.
 *
 * <p>Source: Kusto Query Language reference, format_datetime().
 */
public final class DatetimeFormat {
    private final List<TimeFormat.Piece> pieces;

    private DatetimeFormat(String format) {
        pieces = TimeFormat.pieces(format, DatetimeFormat::longest);
    }

    /** @throws FunctionException at a character that means nothing */
    public static DatetimeFormat of(String format) {
        return new DatetimeFormat(format);
    }

    private static int longest(char letter) {
        return switch (letter) {
            case 'd', 'h', 'H', 'm', 'M', 's', 't' -> 2;
            case 'y' -> 4;
            case 'f', 'F' -> 7;
            default -> 0;
        };
    }

    public String apply(long ticks) {
        StringBuilder text = new StringBuilder();
        LocalDate date = Calendar.date(ticks);
        long time = Calendar.timeOfDay(ticks);
        for (TimeFormat.Piece piece : pieces) {
            append(text, piece, date, time);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, TimeFormat.Piece piece, LocalDate date, long time) {
        if (piece.length() == 0) {
            text.append(piece.letter());
            return;
        }
        long hour = time / Ticks.PER_HOUR;
        int length = piece.length();
        switch (piece.letter()) {
            case 'd' -> TimeFormat.number(text, date.getDayOfMonth(), length);
            case 'M' -> TimeFormat.number(text, date.getMonthValue(), length);
            case 'y' -> TimeFormat.number(text, length > 2 ? date.getYear() : date.getYear() % 100, length);
            case 'H' -> TimeFormat.number(text, hour, length);
            case 'h' -> TimeFormat.number(text, (hour + 11) % 12 + 1, length);
            case 'm' -> TimeFormat.number(text, time / Ticks.PER_MINUTE % 60, length);
            case 's' -> TimeFormat.number(text, time / Ticks.PER_SECOND % 60, length);
            case 't' -> text.append(hour < 12 ? "AM" : "PM", 0, length);
            default -> TimeFormat.fraction(text, time % Ticks.PER_SECOND, piece);
        }
    }
}

package io.quarry.functions.time;

import io.quarry.plan.FunctionException;
import java.util.ArrayList;
import java.util.List;

/**
 * The pieces of a format: a letter so many times, or a delimiter (length 0). A run longer than a letter may be is several
 * pieces: {@code dddd} of a datetime is {@code dd} twice.
 */
final class TimeFormat {
    private static final String DELIMITERS = " /-:,._[]";

    record Piece(char letter, int length) {}

    private TimeFormat() {}

    /** How long a run of a letter may be; 0 if the letter means nothing. */
    interface Lengths {
        int longest(char letter);
    }

    /** @throws FunctionException at a character that means nothing */
    static List<Piece> pieces(String format, Lengths lengths) {
        List<Piece> pieces = new ArrayList<>();
        for (int at = 0; at < format.length(); ) {
            char c = format.charAt(at);
            if (DELIMITERS.indexOf(c) >= 0) {
                pieces.add(new Piece(c, 0));
                at++;
                continue;
            }
            int longest = lengths.longest(c);
            if (longest == 0) {
                throw new FunctionException("format '" + format + "': '" + c + "' at offset " + at + " means nothing");
            }
            int length = 1;
            while (length < longest && at + length < format.length() && format.charAt(at + length) == c) {
                length++;
            }
            pieces.add(new Piece(c, length));
            at += length;
        }
        return pieces;
    }

    static void number(StringBuilder text, long number, int digits) {
        String plain = Long.toString(number);
        text.append("0".repeat(Math.max(0, digits - plain.length()))).append(plain);
    }

    /** The first digits of a fraction given as seven digits; without its last zeros for the letter F. */
    static void fraction(StringBuilder text, long ticks, Piece piece) {
        String digits = String.valueOf(10_000_000 + ticks).substring(1, 1 + piece.length());
        int end = digits.length();
        while (piece.letter() == 'F' && end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        text.append(digits, 0, end);
    }
}

package io.quarry.functions.aql;

import static io.quarry.data.Type.BOOL;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.REAL;
import static io.quarry.data.Type.STRING;

import io.quarry.processor.Of;
import io.quarry.processor.Scalar;

/** Values of one type from values of another. */
final class Conversions {
    private static final String SOURCE = "AQL data calculation and formatting functions";

    /** Two to the power of 63. */
    private static final double TOO_LARGE = 0x1p63;

    private Conversions() {}

    @Scalar(aql = "STR", doc = "The value as text.", example = "STR(12) -> '12'", source = SOURCE)
    static String text(@Of({BOOL, LONG, REAL, STRING}) Object value) {
        return value.toString();
    }

    @Scalar(
            aql = "LONG",
            doc = "The text as an integer; null if it is no number, or too large.",
            example = {"LONG('12') -> 12", "LONG('12.9') -> 12"},
            source = SOURCE)
    static Long whole(String text) {
        Double number = decimal(text);
        if (number == null) {
            return null;
        }
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return whole(number.doubleValue());
        }
    }

    @Scalar(
            aql = "LONG",
            doc = "The number without its fraction; null if it is too large.",
            example = {"LONG(2.9) -> 2", "LONG(10000000000000000000.0) -> null"},
            source = SOURCE)
    static Long whole(double number) {
        return Math.abs(number) < TOO_LARGE ? (Long) (long) number : null;
    }

    @Scalar(aql = "LONG", doc = "The number itself.", example = "LONG(2) -> 2", source = SOURCE)
    static long whole(long number) {
        return number;
    }

    @Scalar(
            aql = "DOUBLE",
            doc = "The text as a number; null if it is none.",
            example = "DOUBLE('1234') -> 1234.0",
            source = SOURCE)
    static Double decimal(String text) {
        String stripped = text.strip();
        if (!isNumber(stripped)) {
            return null;
        }
        return Double.parseDouble(stripped);
    }

    @Scalar(aql = "DOUBLE", doc = "The integer as a number.", example = "DOUBLE(2) -> 2.0", source = SOURCE)
    static double decimal(long number) {
        return number;
    }

    @Scalar(aql = "DOUBLE", doc = "The number itself.", example = "DOUBLE(2.5) -> 2.5", source = SOURCE)
    static double decimal(double number) {
        return number;
    }

    /** Digits with an optional sign, fraction and exponent: what {@code parseDouble} takes, without its NaN and suffixes. */
    private static boolean isNumber(String text) {
        if (text.isEmpty() || text.length() > 64) {
            return false;
        }
        char last = text.charAt(text.length() - 1);
        if (last < '0' || last > '9') {
            return false;
        }
        try {
            Double.parseDouble(text);
            return text.chars().allMatch(c -> c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0);
        } catch (NumberFormatException e) {
            return false;
        }
    }
}

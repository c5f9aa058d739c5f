package io.quarry.functions.number;

import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;

/** Whole numbers in hexadecimal digits; negative ones as two's complement of 32 or 64 bits. */
final class HexText {
    private static final String SOURCE = "Kusto Query Language reference, tohex()";
    private static final long MOST_DIGITS = 1024;

    private HexText() {}

    @Scalar(
            kql = "tohex",
            doc = "The number in hexadecimal digits.",
            example = {"tohex(256) -> '100'", "tohex(-256) -> 'ffffffffffffff00'"},
            source = SOURCE,
            nulls = Nulls.GIVE_EMPTY)
    static String hex(long number) {
        return Long.toHexString(number);
    }

    @Scalar(
            kql = "tohex",
            doc = "The number in at least so many hexadecimal digits.",
            example = {"tohex(256, 8) -> '00000100'", "tohex(256, 2) -> '100'"},
            source = SOURCE,
            nulls = Nulls.GIVE_EMPTY)
    static String hex(long number, long minLength) {
        return padded(hex(number), minLength);
    }

    @Scalar(
            kql = "tohex",
            doc = "The number in hexadecimal digits.",
            example = "tohex(int(-256)) -> 'ffffff00'",
            source = SOURCE,
            nulls = Nulls.GIVE_EMPTY)
    static String hex(int number) {
        return Integer.toHexString(number);
    }

    @Scalar(
            kql = "tohex",
            doc = "The number in at least so many hexadecimal digits.",
            source = SOURCE,
            nulls = Nulls.GIVE_EMPTY)
    static String hex(int number, long minLength) {
        return padded(hex(number), minLength);
    }

    private static String padded(String digits, long minLength) {
        int length = (int) Math.max(digits.length(), Math.min(MOST_DIGITS, minLength));
        return "0".repeat(length - digits.length()) + digits;
    }
}

package io.quarry.functions.number;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The decimals there are: 34 digits, exponents as of IEEE 754's decimal128. Without an end to the exponents, a text like
 * {@code 1e999999999} in some event would become a number that takes gigabytes to write or to add to.
 */
final class Decimals {
    static final MathContext DIGITS = MathContext.DECIMAL128;

    private static final int LARGEST_EXPONENT = 6144;
    private static final int SMALLEST_EXPONENT = -6143;

    private Decimals() {}

    /** The number with its first 34 digits; zero where it is too small to be told from it, null where it is too large. */
    static BigDecimal of(BigDecimal number) {
        BigDecimal rounded = number.round(DIGITS);
        long exponent = (long) rounded.precision() - rounded.scale() - 1;
        if (rounded.signum() == 0 || exponent < SMALLEST_EXPONENT) {
            return isPlain(rounded) ? rounded : BigDecimal.ZERO;
        }
        return exponent > LARGEST_EXPONENT ? null : rounded;
    }

    /** Zeros keep their decimals, as long as these are few. */
    private static boolean isPlain(BigDecimal number) {
        return number.signum() == 0 && Math.abs((long) number.scale()) <= LARGEST_EXPONENT;
    }
}

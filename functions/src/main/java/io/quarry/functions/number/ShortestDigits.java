package io.quarry.functions.number;

import java.math.BigInteger;

/**
 * The decimal digits of a real number that Kusto writes: few enough, and they read back as the same number.
 *
 * <p>The algorithm is Grisu2 (Florian Loitsch, Printing Floating-Point Numbers Quickly and Accurately with Integers, 2010) as
 * RapidJSON 1.1 carries it out. Kusto's answers show its well-known flaw: from the ninth generated decimal on, the last digit
 * is that of the largest number that reads back, not of the nearest; so 0.1 + 0.2 ends in 7 and not in 4.
 */
final class ShortestDigits {
    private static final int SMALLEST_POWER = -348;
    private static final int POWER_STEP = 8;
    private static final int POWERS = 87;
    private static final int SIGNIFICAND_BITS = 64;
    private static final int ROUNDED_DECIMALS = 9;
    private static final long HIDDEN_BIT = 1L << 52;
    private static final double LOG10_OF_2 = 0.30102999566398114;
    private static final long[] POWERS_OF_TEN = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    /** A number {@code significand * 2^exponent}; the significand is unsigned. */
    private record Binary(long significand, int exponent) {
        Binary normalized() {
            int shift = Long.numberOfLeadingZeros(significand);
            return new Binary(significand << shift, exponent - shift);
        }

        Binary times(Binary other) {
            long a = significand;
            long b = other.significand;
            long high = Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
            return new Binary(high + (a * b >>> 63), exponent + other.exponent + SIGNIFICAND_BITS);
        }
    }

    private static final Binary[] CACHED_POWERS = cachedPowers();

    private final StringBuilder digits = new StringBuilder();
    private int power;

    /** @param number finite and above 0 */
    ShortestDigits(double number) {
        long bits = Double.doubleToRawLongBits(number);
        long fraction = bits & HIDDEN_BIT - 1;
        int biased = (int) (bits >>> 52);
        long significand = biased == 0 ? fraction : fraction | HIDDEN_BIT;
        int exponent = Math.max(biased, 1) - 1075;
        Binary above = new Binary((significand << 1) + 1, exponent - 1).normalized();
        Binary below = significand == HIDDEN_BIT
                ? new Binary((significand << 2) - 1, exponent - 2)
                : new Binary((significand << 1) - 1, exponent - 1);
        below = new Binary(below.significand << below.exponent - above.exponent, above.exponent);
        Binary scale = scale(above.exponent);
        long middle = new Binary(significand, exponent).normalized().times(scale).significand;
        Binary high = above.times(scale);
        long low = below.times(scale).significand + 1;
        generate(new Binary(high.significand - 1, high.exponent), middle, high.significand - 1 - low);
    }

    /** The digits, without leading zeros. */
    String digits() {
        return digits.toString();
    }

    /** The power of ten of the last digit. */
    int power() {
        return power;
    }

    /** The cached power of ten that brings a number of this exponent to one with an integer part of 32 bits. */
    private Binary scale(int exponent) {
        int index = ((int) Math.ceil((-61 - exponent) * LOG10_OF_2 + 347) >> 3) + 1;
        power = -(SMALLEST_POWER + index * POWER_STEP);
        return CACHED_POWERS[index];
    }

    private void generate(Binary high, long middle, long width) {
        int fractionBits = -high.exponent;
        long one = 1L << fractionBits;
        long whole = high.significand >>> fractionBits;
        long fraction = high.significand & one - 1;
        for (int left = Long.toString(whole).length() - 1; left >= 0; left--) {
            append(whole / POWERS_OF_TEN[left]);
            whole %= POWERS_OF_TEN[left];
            long rest = (whole << fractionBits) + fraction;
            if (Long.compareUnsigned(rest, width) <= 0) {
                power += left;
                round(width, rest, POWERS_OF_TEN[left] << fractionBits, high.significand - middle);
                return;
            }
        }
        generateDecimals(fraction, fractionBits, width, high.significand - middle);
    }

    private void generateDecimals(long start, int fractionBits, long width, long distance) {
        long one = 1L << fractionBits;
        long fraction = start;
        long allowed = width;
        for (int decimals = 1; ; decimals++) {
            fraction *= 10;
            allowed *= 10;
            append(fraction >>> fractionBits);
            fraction &= one - 1;
            if (Long.compareUnsigned(fraction, allowed) < 0) {
                power -= decimals;
                long scaled = decimals < ROUNDED_DECIMALS ? distance * POWERS_OF_TEN[decimals] : 0;
                round(allowed, fraction, one, scaled);
                return;
            }
        }
    }

    private void append(long digit) {
        if (digit != 0 || digits.length() > 0) {
            digits.append((char) ('0' + digit));
        }
    }

    /** Lowers the last digit while that brings the number nearer to the middle, which is {@code distance} below the high end. */
    private void round(long width, long rest, long unit, long distance) {
        int last = digits.length() - 1;
        long at = rest;
        while (Long.compareUnsigned(at, distance) < 0
                && Long.compareUnsigned(width - at, unit) >= 0
                && (Long.compareUnsigned(at + unit, distance) < 0
                        || Long.compareUnsigned(distance - at, at + unit - distance) > 0)) {
            digits.setCharAt(last, (char) (digits.charAt(last) - 1));
            at += unit;
        }
    }

    private static Binary[] cachedPowers() {
        Binary[] powers = new Binary[POWERS];
        for (int i = 0; i < POWERS; i++) {
            powers[i] = powerOfTen(SMALLEST_POWER + i * POWER_STEP);
        }
        return powers;
    }

    /** The nearest number of 64 significant bits. */
    private static Binary powerOfTen(int power) {
        BigInteger ten = BigInteger.TEN.pow(Math.abs(power));
        int shift = SIGNIFICAND_BITS + 1 - ten.bitLength();
        BigInteger cut = power < 0
                ? BigInteger.ONE.shiftLeft(SIGNIFICAND_BITS + ten.bitLength()).divide(ten)
                : shift >= 0 ? ten.shiftLeft(shift) : ten.shiftRight(-shift);
        int exponent = power < 0 ? -SIGNIFICAND_BITS - ten.bitLength() : -shift;
        int excess = cut.bitLength() - SIGNIFICAND_BITS;
        BigInteger half = BigInteger.ONE.shiftLeft(excess - 1);
        return new Binary(cut.add(half).shiftRight(excess).longValue(), exponent + excess);
    }
}

package io.quarry.functions.aggregate;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The exact sum of reals, rounded once at the end: the same whatever the order of the values and however they are split. It
 * is held as a few reals whose bits do not overlap, the smallest first, as Shewchuk's adaptive arithmetic does.
 *
 * <p>Source: J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic (1997), grow-expansion.
 */
final class RealSum {
    /** Above, sums of parts could overflow; such values are added apart. */
    private static final double HUGE = 0x1p900;

    private double[] parts = new double[2];
    private int size;
    private BigDecimal huge = BigDecimal.ZERO;
    private boolean hasNaN;
    private boolean hasPositiveInfinity;
    private boolean hasNegativeInfinity;

    void add(double value) {
        if (Math.abs(value) < HUGE) {
            addPart(value);
        } else if (Double.isNaN(value)) {
            hasNaN = true;
        } else if (Double.isInfinite(value)) {
            hasPositiveInfinity |= value > 0;
            hasNegativeInfinity |= value < 0;
        } else {
            huge = huge.add(new BigDecimal(value));
        }
    }

    private void addPart(double value) {
        double carry = value;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            double part = parts[i];
            double sum = carry + part;
            double carried = sum - carry;
            double error = (carry - (sum - carried)) + (part - carried);
            if (error != 0) {
                parts[kept++] = error;
            }
            carry = sum;
        }
        if (carry != 0) {
            if (kept == parts.length) {
                parts = Arrays.copyOf(parts, kept * 2);
            }
            parts[kept++] = carry;
        }
        size = kept;
    }

    void merge(RealSum later) {
        for (int i = 0; i < later.size; i++) {
            addPart(later.parts[i]);
        }
        huge = huge.add(later.huge);
        hasNaN |= later.hasNaN;
        hasPositiveInfinity |= later.hasPositiveInfinity;
        hasNegativeInfinity |= later.hasNegativeInfinity;
    }

    /** True if no value was NaN or an infinity. */
    boolean isFinite() {
        return !hasNaN && !hasPositiveInfinity && !hasNegativeInfinity;
    }

    /** The sum of the finite values, without any rounding. */
    BigDecimal exact() {
        BigDecimal sum = huge;
        for (int i = 0; i < size; i++) {
            sum = sum.add(new BigDecimal(parts[i]));
        }
        return sum;
    }

    /** The sum, correctly rounded. */
    double result() {
        if (!isFinite()) {
            boolean isOpposed = hasPositiveInfinity && hasNegativeInfinity;
            if (hasNaN || isOpposed) {
                return Double.NaN;
            }
            return hasPositiveInfinity ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        if (size <= 2 && huge.signum() == 0) {
            return size == 0 ? 0 : size == 1 ? parts[0] : parts[0] + parts[1];
        }
        return exact().doubleValue();
    }
}

package io.quarry.functions.aggregate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The spread of values about their mean, from exact sums of the values and of their squares, and thus independent of order.
 * The variance is rounded to ten decimals, as the Kusto emulator does; the standard deviation is not.
 */
final class Dispersion {
    private static final MathContext PRECISION = new MathContext(40);

    private final RealSum sum = new RealSum();
    private final RealSum squares = new RealSum();
    private long count;

    void add(double value) {
        sum.add(value);
        double square = value * value;
        squares.add(square);
        if (Double.isFinite(square)) {
            squares.add(Math.fma(value, value, -square));
        }
        count++;
    }

    void merge(Dispersion later) {
        sum.merge(later.sum);
        squares.merge(later.squares);
        count += later.count;
    }

    /** The variance of a sample; 0 of less than two values. */
    double sampleVariance() {
        return rounded(variance(count - 1));
    }

    /** The variance of a population; 0 of no values. */
    double populationVariance() {
        return rounded(variance(count));
    }

    double sampleDeviation() {
        return Math.sqrt(variance(count - 1));
    }

    double populationDeviation() {
        return Math.sqrt(variance(count));
    }

    private double variance(long divisor) {
        if (divisor <= 0 || count < 2) {
            return sum.isFinite() ? 0 : Double.NaN;
        }
        if (!sum.isFinite() || !squares.isFinite()) {
            return Double.NaN;
        }
        BigDecimal total = sum.exact();
        BigDecimal n = BigDecimal.valueOf(count);
        BigDecimal deviations = n.multiply(squares.exact()).subtract(total.multiply(total));
        return Math.max(
                0,
                deviations
                        .divide(n.multiply(BigDecimal.valueOf(divisor)), PRECISION)
                        .doubleValue());
    }

    private static double rounded(double variance) {
        return Double.isNaN(variance) || variance >= 1e15
                ? variance
                : BigDecimal.valueOf(variance)
                        .setScale(10, RoundingMode.HALF_UP)
                        .doubleValue();
    }
}

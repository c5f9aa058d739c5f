package io.quarry.functions.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.DoubleFunction;

/**
 * The text of reals as Kusto writes it: the fewest digits that read back as the same number, at least one after the point,
 * {@code inf}, {@code -inf} and {@code NaN}. Where several numbers of so few digits read back, a text has the largest of
 * them; JSON has the nearest.
 *
 * <p>Source: answers of the Kusto emulator: {@code 1.0}, {@code 100000000000.0}, {@code 0.30000000000000007} for 0.1 + 0.2,
 * {@code 0.3333333333333333} for 1 / 3.
 */
public final class RealText {
    private static final double PLAIN_BELOW = 1e15;
    private static final double PLAIN_FROM = 1e-5;

    private RealText() {}

    /** The text of {@code tostring}. */
    public static String of(double real) {
        return of(real, RealText::largest);
    }

    /** The text inside of a dynamic value. */
    public static String inJson(double real) {
        return of(real, RealText::nearest);
    }

    private static String of(double real, DoubleFunction<BigDecimal> shortest) {
        if (Double.isNaN(real)) {
            return "NaN";
        }
        if (Double.isInfinite(real)) {
            return real > 0 ? "inf" : "-inf";
        }
        if (real == 0) {
            return 1 / real < 0 ? "-0.0" : "0.0";
        }
        if (real == Math.rint(real) && Math.abs(real) < PLAIN_BELOW) {
            return (long) real + ".0";
        }
        BigDecimal digits = shortest.apply(real);
        double size = Math.abs(real);
        return size >= PLAIN_FROM && size < PLAIN_BELOW ? digits.toPlainString() : scientific(digits);
    }

    /** The fewest digits, at least 15, of the largest number that still reads back as this one, cut off. */
    private static BigDecimal largest(double real) {
        double size = Math.abs(real);
        BigDecimal exact = new BigDecimal(size);
        BigDecimal high = middle(exact, Math.nextUp(size));
        BigDecimal low = middle(exact, Math.nextDown(size));
        for (int precision = 15; ; precision++) {
            BigDecimal cut = high.round(new MathContext(precision, RoundingMode.DOWN));
            if (cut.compareTo(low) > 0 && cut.compareTo(high) < 0) {
                return (real < 0 ? cut.negate() : cut).stripTrailingZeros();
            }
        }
    }

    private static BigDecimal nearest(double real) {
        BigDecimal exact = new BigDecimal(real);
        for (int precision = 15; precision < 17; precision++) {
            BigDecimal rounded = exact.round(new MathContext(precision));
            if (rounded.doubleValue() == real) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(17)).stripTrailingZeros();
    }

    private static BigDecimal middle(BigDecimal exact, double neighbour) {
        return Double.isInfinite(neighbour)
                ? exact.add(BigDecimal.valueOf(Math.ulp(Double.MAX_VALUE) / 2))
                : exact.add(new BigDecimal(neighbour)).divide(BigDecimal.valueOf(2));
    }

    private static String scientific(BigDecimal digits) {
        String unscaled = digits.unscaledValue().abs().toString();
        int power = digits.precision() - digits.scale() - 1;
        String mantissa = unscaled.length() == 1 ? unscaled : unscaled.charAt(0) + "." + unscaled.substring(1);
        String sign = digits.signum() < 0 ? "-" : "";
        return sign + mantissa + (power < 0 ? "e-" : "e+") + (Math.abs(power) < 10 ? "0" : "") + Math.abs(power);
    }
}

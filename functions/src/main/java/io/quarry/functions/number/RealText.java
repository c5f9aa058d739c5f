package io.quarry.functions.number;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The text of reals as Kusto writes it: the shortest digits that read back as the same number, at least one after the point,
 * {@code inf}, {@code -inf} and {@code NaN}.
 *
 * <p>Source: answers of the Kusto emulator: {@code 1.0}, {@code 100000000000.0}. There the last of 17 digits may be off
 * ({@code 0.30000000000000007} for 0.1 + 0.2), which is not followed.
 */
public final class RealText {
    private static final double PLAIN_BELOW = 1e15;
    private static final double PLAIN_FROM = 1e-5;

    private RealText() {}

    public static String of(double real) {
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
        BigDecimal digits = shortest(real);
        double size = Math.abs(real);
        return size >= PLAIN_FROM && size < PLAIN_BELOW ? digits.toPlainString() : scientific(digits);
    }

    private static BigDecimal shortest(double real) {
        BigDecimal exact = new BigDecimal(real);
        for (int precision = 15; precision < 17; precision++) {
            BigDecimal rounded = exact.round(new MathContext(precision));
            if (rounded.doubleValue() == real) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(17)).stripTrailingZeros();
    }

    private static String scientific(BigDecimal digits) {
        String unscaled = digits.unscaledValue().abs().toString();
        int power = digits.precision() - digits.scale() - 1;
        String mantissa = unscaled.length() == 1 ? unscaled : unscaled.charAt(0) + "." + unscaled.substring(1);
        String sign = digits.signum() < 0 ? "-" : "";
        return sign + mantissa + (power < 0 ? "e-" : "e+") + (Math.abs(power) < 10 ? "0" : "") + Math.abs(power);
    }
}

package io.quarry.cli.chart;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as the labels of a chart show them. */
final class Measure {
    private Measure() {}

    /** With at most four digits of weight: {@code 1234}, {@code 12.35}, {@code 1.235E9}. */
    static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(4));
        double size = Math.abs(value);
        return size >= 1e-4 && size < 1e9
                ? rounded.stripTrailingZeros().toPlainString()
                : String.format(java.util.Locale.ROOT, "%.3E", value);
    }
}

package io.quarry.functions.number;

import io.quarry.processor.Scalar;

/**
 * The error function.
 *
 * <p>Source: NIST Digital Library of Mathematical Functions, the series 7.6.2 and the continued fraction 7.9.2.
 */
final class ErrorFunction {
    /** From here on the continued fraction is the more exact. */
    private static final double FRACTION_FROM = 2;

    private static final int FRACTION_TERMS = 200;
    private static final double SQRT_PI = Math.sqrt(Math.PI);

    private ErrorFunction() {}

    @Scalar(
            kql = "erf",
            doc = "The error function.",
            example = {"erf(0.0) -> 0.0", "erf(real(+inf)) -> 1.0"},
            source = "Kusto Query Language reference, erf()")
    static double erf(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        double size = Math.abs(x);
        return Math.copySign(size < FRACTION_FROM ? series(size) : 1 - fraction(size), x);
    }

    @Scalar(
            kql = "erfc",
            doc = "One minus the error function.",
            example = {"erfc(0.0) -> 1.0", "erfc(real(-inf)) -> 2.0"},
            source = "Kusto Query Language reference, erfc()")
    static double erfc(double x) {
        return x < FRACTION_FROM || Double.isNaN(x) ? 1 - erf(x) : fraction(x);
    }

    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; term > sum * 1e-18; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / SQRT_PI * Math.exp(-x * x) * sum;
    }

    private static double fraction(double x) {
        if (Double.isInfinite(x)) {
            return 0;
        }
        double tail = x;
        for (int n = FRACTION_TERMS; n > 0; n--) {
            tail = x + n / 2.0 / tail;
        }
        return Math.exp(-x * x) / (SQRT_PI * tail);
    }
}

package io.quarry.functions.number;

import io.quarry.processor.Scalar;

/**
 * The gamma function and its logarithm.
 *
 * <p>Source: Stirling's series, NIST Digital Library of Mathematical Functions 5.11.1; recurrence and reflection, 5.5.
 */
final class GammaFunction {
    /** Below this, arguments are shifted up until the series is exact to the last digits. */
    private static final double SERIES_FROM = 16;

    private static final double LARGEST = 171.7;

    /** B(2k) / (2k (2k - 1)), for k from 1. */
    private static final double[] STIRLING = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400
    };

    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private GammaFunction() {}

    @Scalar(
            kql = "gamma",
            doc = "The gamma function; NaN where it has a pole.",
            example = {"gamma(5.0) -> 24.0", "gamma(-1.0) -> real(nan)"},
            source = "Kusto Query Language reference, gamma()")
    static double gamma(double x) {
        if (x <= 0) {
            return x == Math.rint(x) ? Double.NaN : Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
        }
        if (x > LARGEST) {
            return Double.POSITIVE_INFINITY;
        }
        return x == Math.rint(x) ? factorial((int) x - 1) : shifted(x);
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }

    private static double shifted(double x) {
        double product = 1;
        double at = x;
        for (; at < SERIES_FROM; at++) {
            product *= at;
        }
        return Math.exp(series(at)) / product;
    }

    @Scalar(
            kql = "loggamma",
            doc = "The natural logarithm of the absolute value of the gamma function.",
            example = {"loggamma(5.0) -> 3.1780538303479458", "loggamma(1.0) -> 0.0"},
            source = "Kusto Query Language reference, loggamma()")
    static double logGamma(double x) {
        if (x <= 0) {
            return x == Math.rint(x)
                    ? Double.POSITIVE_INFINITY
                    : Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x);
        }
        return x < SERIES_FROM ? Math.log(gamma(x)) : series(x);
    }

    private static double series(double x) {
        double sum = 0;
        for (int k = STIRLING.length - 1; k >= 0; k--) {
            sum = sum / (x * x) + STIRLING[k];
        }
        return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + sum / x;
    }
}

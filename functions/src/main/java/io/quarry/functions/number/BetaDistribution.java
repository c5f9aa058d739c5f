package io.quarry.functions.number;

import io.quarry.processor.Scalar;

/**
 * The beta distribution, and the t-test that is computed by it. Parameters above 0 and up to 10,000.
 *
 * <p>Source: NIST Digital Library of Mathematical Functions, 8.17: the incomplete beta function's continued fraction.
 */
final class BetaDistribution {
    private static final double LARGEST_PARAMETER = 10_000;
    private static final double TINY = 1e-300;
    private static final int MAX_TERMS = 10_000;
    private static final int MAX_HALVINGS = 1_100;

    private BetaDistribution() {}

    @Scalar(
            kql = "beta_cdf",
            doc = "The probability that a value of the distribution is at most x; NaN for what lies outside.",
            example = {
                "beta_cdf(0.9, 10.0, 20.0) -> 0.9999999999999593",
                "beta_cdf(1.5, 10.0, 20.0) -> real(nan)",
                "beta_cdf(0.1, -1.0, 20.0) -> real(nan)"
            },
            source = "Kusto Query Language reference, beta_cdf()")
    static double cdf(double x, double alpha, double beta) {
        return areParameters(alpha, beta) && x >= 0 && x <= 1 ? regularized(x, alpha, beta) : Double.NaN;
    }

    @Scalar(
            kql = "beta_pdf",
            doc = "The density of the distribution at x; NaN for what lies outside.",
            example = {"beta_pdf(0.5, 1.0, 1.0) -> 1.0", "beta_pdf(1.5, 10.0, 20.0) -> real(nan)"},
            source = "Kusto Query Language reference, beta_pdf()")
    static double pdf(double x, double alpha, double beta) {
        if (!areParameters(alpha, beta) || !(x >= 0 && x <= 1)) {
            return Double.NaN;
        }
        return Math.pow(x, alpha - 1) * Math.pow(1 - x, beta - 1) / Math.exp(logBeta(alpha, beta));
    }

    @Scalar(
            kql = "beta_inv",
            doc = "The x up to which the probability is that; null for no probability, NaN for wrong parameters.",
            example = {"beta_inv(1.5, 10.0, 20.0) -> real(null)", "beta_inv(0.1, -1.0, 20.0) -> real(nan)"},
            source = "Kusto Query Language reference, beta_inv(); what the example there prints")
    static Double inverse(double probability, double alpha, double beta) {
        if (!areParameters(alpha, beta)) {
            return Double.NaN;
        }
        if (!(probability > 0 && probability <= 1)) {
            return null;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < MAX_HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (middle == low || middle == high) {
                break;
            }
            if (regularized(middle, alpha, beta) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    @Scalar(
            kql = "welch_test",
            doc = "The probability that two samples have the same mean, by Welch's two-sided t-test.",
            example = "welch_test(1.0, 1.0, 10.0, 1.0, 1.0, 10.0) -> 1.0",
            source = "Kusto Query Language reference, welch_test()")
    static double welch(double mean1, double variance1, double count1, double mean2, double variance2, double count2) {
        double error1 = variance1 / count1;
        double error2 = variance2 / count2;
        double error = error1 + error2;
        double freedom = error * error / (error1 * error1 / (count1 - 1) + error2 * error2 / (count2 - 1));
        double t = (mean1 - mean2) / Math.sqrt(error);
        double x = freedom / (freedom + t * t);
        return Double.isNaN(x) ? x : regularized(x, freedom / 2, 0.5);
    }

    private static boolean areParameters(double alpha, double beta) {
        return alpha > 0 && alpha <= LARGEST_PARAMETER && beta > 0 && beta <= LARGEST_PARAMETER;
    }

    /** The incomplete beta function, by the fraction that converges faster. */
    private static double regularized(double x, double alpha, double beta) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(alpha * Math.log(x) + beta * Math.log1p(-x) - logBeta(alpha, beta));
        return x < (alpha + 1) / (alpha + beta + 2)
                ? front * fraction(x, alpha, beta) / alpha
                : 1 - front * fraction(1 - x, beta, alpha) / beta;
    }

    private static double logBeta(double alpha, double beta) {
        return GammaFunction.logGamma(alpha) + GammaFunction.logGamma(beta) - GammaFunction.logGamma(alpha + beta);
    }

    /** Evaluated from the front, by Lentz's method. */
    private static double fraction(double x, double alpha, double beta) {
        double c = 1;
        double d = 1 / away(1 - (alpha + beta) * x / (alpha + 1));
        double value = d;
        for (int m = 1; m < MAX_TERMS; m++) {
            double even = m * (beta - m) * x / ((alpha + 2 * m - 1) * (alpha + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            value *= d * c;
            double odd = -(alpha + m) * (alpha + beta + m) * x / ((alpha + 2 * m) * (alpha + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < 1e-16) {
                break;
            }
        }
        return value;
    }

    private static double away(double fromZero) {
        return Math.abs(fromZero) < TINY ? TINY : fromZero;
    }
}

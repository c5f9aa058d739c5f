package io.quarry.functions.series;

/** The normal distribution with mean 0 and deviation 1. */
final class NormalDistribution {
    private static final double WIDEST = 10;
    private static final int STEPS = 60;

    private NormalDistribution() {}

    /** The value below which lies a part of the distribution; found by halving, to about 15 digits. */
    static double quantile(double part) {
        double low = -WIDEST;
        double high = WIDEST;
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (cumulative(middle) < part) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The part of the distribution below a value: a series that converges for all of them. */
    private static double cumulative(double value) {
        double term = value;
        double sum = value;
        for (int i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) {
            term *= value * value / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-value * value / 2) / Math.sqrt(2 * Math.PI);
    }
}

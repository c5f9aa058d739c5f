package io.quarry.functions.series;

import io.quarry.plan.FunctionException;
import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.util.Arrays;

/**
 * Tukey's test: how far a value is outside of the range between two percentiles, in units of that range. Percentiles other
 * than the quartiles are made comparable to these by a factor, under which a normal distribution's fence of 1.5 stays where it
 * is.
 */
final class Outliers {
    /** Which percentiles bound what is usual. */
    enum Method {
        /** The quartiles. */
        TUKEY,
        /** Percentiles of choice, 10 and 90 unless given. */
        CTUKEY
    }

    private static final double LEAST_PERCENTILE = 2;
    private static final double LARGEST_PERCENTILE = 98;

    /** What the service multiplies by between the percentiles 10 and 90; the normal distribution's own is 2.714. */
    private static final double FACTOR_10_90 = 2.7726056055079145;

    private Outliers() {}

    @Scalar(
            kql = "series_outliers",
            doc =
                    "The score of each value: 0 between the percentiles, above 1.5 for an outlier upwards and below -1.5 for one"
                            + " downwards. Values to ignore and nulls score 0; where both percentiles are the same, all do.",
            example = "series_outliers(dynamic([1,2,3,4,30]), dynamic('tukey')) -> dynamic([-0.5,0.0,0.0,0.0,13.0])",
            source =
                    "Kusto Query Language reference, series_outliers(); the factor between 10 and 90 is the service's, for"
                            + " other percentiles it is scaled as in a normal distribution, and may differ in the third digit",
            nulls = Nulls.SEEN)
    static Object outliers(Object series, Object... options) {
        double[] values = Numbers.orNaN(series);
        if (values == null) {
            return null;
        }
        Options given = new Options("series_outliers", options);
        Method method = given.word(0, Method.CTUKEY);
        Double ignored = given.number(1);
        double low = percentile(given, 2, 10);
        double high = percentile(given, 3, 90);
        int tested = (int) given.whole(4, 0, 0, values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = ignored != null && values[i] == ignored ? Double.NaN : values[i];
        }
        int learned = values.length - tested;
        return Numbers.array(
                method == Method.TUKEY ? scores(values, learned, 25, 75) : scores(values, learned, low, high));
    }

    private static double percentile(Options options, int index, double otherwise) {
        Double given = options.number(index);
        double percentile = given == null ? otherwise : given;
        if (!(percentile >= LEAST_PERCENTILE && percentile <= LARGEST_PERCENTILE)) {
            throw new FunctionException("series_outliers takes percentiles from 2 to 98, found " + percentile);
        }
        return percentile;
    }

    static double[] scores(double[] values, int learned, Method method) {
        return method == Method.TUKEY ? scores(values, learned, 25, 75) : scores(values, learned, 10, 90);
    }

    /**
     * @param values NaN where there is none, which scores 0
     * @param learned how many of the first values decide what is usual
     */
    private static double[] scores(double[] values, int learned, double lowPercentile, double highPercentile) {
        double[] sorted = Arrays.stream(values, 0, learned)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double[] scores = new double[values.length];
        if (sorted.length == 0) {
            return scores;
        }
        double low = percentile(sorted, lowPercentile);
        double high = percentile(sorted, highPercentile);
        double range = high - low;
        for (int i = 0; i < values.length && range > 0; i++) {
            if (values[i] > high) {
                scores[i] = (values[i] - high) / range * factor(lowPercentile, highPercentile, highPercentile);
            } else if (values[i] < low) {
                scores[i] = (values[i] - low) / range * factor(lowPercentile, highPercentile, 100 - lowPercentile);
            }
        }
        return scores;
    }

    /** Between the two nearest values by the line. */
    private static double percentile(double[] sorted, double percentile) {
        double place = percentile / 100 * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }

    /** @param border the percentile from which distance is counted, as one of the upper half */
    private static double factor(double low, double high, double border) {
        if (low == 25 && high == 75) {
            return 1;
        }
        return normalFactor(low, high, border) * (FACTOR_10_90 / normalFactor(10, 90, 90));
    }

    private static double normalFactor(double low, double high, double border) {
        double fence = 4 * NormalDistribution.quantile(0.75);
        double range = NormalDistribution.quantile(high / 100) - NormalDistribution.quantile(low / 100);
        return 1.5 * range / (fence - NormalDistribution.quantile(border / 100));
    }
}

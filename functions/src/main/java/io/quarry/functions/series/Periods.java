package io.quarry.functions.series;

import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Periods of a series, by its correlation with itself. How the service scores periods is not published. Here the score of a
 * period is the smaller of the correlations of the series with itself moved by one period and by two, where the first is the
 * largest among the lags within a quarter of it, and 0 where it is not; this gives the scores of the two printed examples.
 */
final class Periods {
    private static final String DETECT = "Kusto Query Language reference, series_periods_detect();"
            + " the scores are ours, see there for which periods can be found";

    /** The shortest period. */
    private static final int SHORTEST = 4;

    private Periods() {}

    /** @param score from 0 to 1 */
    record Period(double length, double score) {}

    @Scalar(
            kql = "series_periods_detect",
            doc =
                    "The most significant periods between a least and a largest one, best first, and their scores; zeros where"
                            + " fewer are found than asked for.",
            source = DETECT,
            nulls = Nulls.SEEN)
    static Object detect(Object series, Object... options) {
        double[] values = Numbers.all(series);
        if (values == null || !Numbers.areFinite(values)) {
            return null;
        }
        Options given = new Options("series_periods_detect", options);
        int count = (int) given.whole(2, 1, 0, Integer.MAX_VALUE);
        List<Period> found = best(values, given.number(0, 0), given.number(1, values.length));
        double[] lengths = new double[Math.min(count, values.length)];
        double[] scores = new double[lengths.length];
        for (int i = 0; i < Math.min(lengths.length, found.size()); i++) {
            lengths[i] = found.get(i).length();
            scores[i] = found.get(i).score();
        }
        return List.of(Numbers.array(lengths), Numbers.array(scores));
    }

    @Scalar(
            kql = "series_periods_validate",
            doc = "Given periods, and the score of each; 0 for those shorter than 4 or longer than half of the series.",
            source = DETECT,
            nulls = Nulls.SEEN)
    static Object validate(Object series, Object... periods) {
        double[] values = Numbers.all(series);
        double[] lengths = Numbers.all(Arrays.asList(periods));
        if (values == null || lengths == null || !Numbers.areFinite(values)) {
            return null;
        }
        double[] correlations = correlations(values);
        double[] scores = new double[lengths.length];
        Arrays.setAll(scores, i -> validated(correlations, lengths[i]));
        return List.of(Numbers.array(lengths), Numbers.array(scores));
    }

    private static double validated(double[] correlations, double period) {
        boolean isInRange = period >= SHORTEST && period <= correlations.length / 2;
        return isInRange ? score(correlations, (int) Math.round(period)) : 0;
    }

    /** The periods found, best first. A multiple of a better one is none of its own. */
    static List<Period> best(double[] values, double least, double largest) {
        double[] correlations = correlations(values);
        int from = Math.max(SHORTEST, (int) Math.ceil(least));
        int to = Math.min(values.length / 2, (int) Math.floor(largest));
        List<Period> candidates = IntStream.rangeClosed(from, to)
                .mapToObj(period -> new Period(period, score(correlations, period)))
                .filter(period -> period.score() > 0)
                .sorted(Comparator.comparingDouble(Period::score).reversed().thenComparing(Period::length))
                .toList();
        List<Period> found = new ArrayList<>();
        for (Period candidate : candidates) {
            boolean isMultiple = found.stream().anyMatch(better -> candidate.length() % better.length() == 0);
            if (!isMultiple) {
                found.add(candidate);
            }
        }
        return found;
    }

    /** By lag, the mean product of the series with itself moved by it, as a part of the variance. */
    private static double[] correlations(double[] values) {
        int n = values.length;
        double mean = Numbers.mean(values);
        double[] centred = new double[n];
        Arrays.setAll(centred, i -> values[i] - mean);
        double[] products = Fourier.correlate(centred);
        double[] correlations = new double[n];
        Arrays.setAll(correlations, lag -> products[lag] / (n - lag) / (products[0] / n));
        return correlations;
    }

    private static double score(double[] correlations, int period) {
        int last = correlations.length - 1;
        if (2 * period > last) {
            return 0;
        }
        double here = correlations[period];
        int near = Math.max(1, period / 4);
        for (int lag = period - near; lag <= Math.min(period + near, last); lag++) {
            if (!(correlations[lag] <= here)) {
                return 0;
            }
        }
        return Math.max(0, Math.min(1, Math.min(here, correlations[2 * period])));
    }
}

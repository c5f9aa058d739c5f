package io.quarry.functions.series;

import java.util.Arrays;
import java.util.List;

/**
 * A series taken apart: a seasonal part, the median of the values of one phase; a trend, by what is left; and the rest. The
 * last values may be kept out of what is learned. What is missing (NaN) is interpolated for learning, and has no residual.
 */
record Decomposition(double[] baseline, double[] seasonal, double[] trend, double[] residual) {
    /** The trend. */
    enum Trend {
        /** The mean. */
        AVG,
        /** The nearest line. */
        LINEFIT,
        /** None: 0. */
        NONE
    }

    /**
     * How to take a series apart.
     *
     * @param period of the seasonal part; 0 for none, {@link #DETECTED} for the best
     * @param tested how many of the last values are not learned from
     * @param threshold the least score of a period that is detected
     */
    record Model(long period, Trend trend, int tested, double threshold) {
        static final long DETECTED = -1;
    }

    static Decomposition of(double[] values, Model model) {
        int n = values.length;
        double[] known = interpolated(values);
        double[] learned = Arrays.copyOf(known, n - model.tested());
        double[] seasonal = seasonal(learned, n, model);
        double[] deseasoned = new double[learned.length];
        Arrays.setAll(deseasoned, i -> learned[i] - seasonal[i]);
        double[] trend = trend(deseasoned, n, model.trend());
        double[] baseline = new double[n];
        Arrays.setAll(baseline, i -> seasonal[i] + trend[i]);
        double[] residual = new double[n];
        Arrays.setAll(residual, i -> values[i] - baseline[i]);
        return new Decomposition(baseline, seasonal, trend, residual);
    }

    /** The seasonal part, going on to a length; 0 where there is none. */
    static double[] seasonal(double[] learned, int length, Model model) {
        long period = model.period() == Model.DETECTED ? detected(learned, model.threshold()) : model.period();
        double[] seasonal = new double[length];
        if (period <= 0 || period > learned.length) {
            return seasonal;
        }
        double[] medians = new double[(int) period];
        Arrays.setAll(medians, phase -> median(learned, phase, (int) period));
        Arrays.setAll(seasonal, i -> medians[i % (int) period]);
        return seasonal;
    }

    private static long detected(double[] values, double threshold) {
        List<Periods.Period> periods = Periods.best(values, 0, values.length);
        boolean isSeasonal = !periods.isEmpty() && periods.get(0).score() >= threshold;
        return isSeasonal ? (long) periods.get(0).length() : 0;
    }

    private static double median(double[] values, int phase, int period) {
        double[] sorted = new double[(values.length - phase + period - 1) / period];
        Arrays.setAll(sorted, i -> values[phase + i * period]);
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double[] trend(double[] learned, int length, Trend kind) {
        double[] trend = new double[length];
        if (learned.length == 0) {
            return trend;
        }
        switch (kind) {
            case AVG -> Arrays.fill(trend, Numbers.mean(learned));
            case LINEFIT -> {
                Line line = Line.through(learned);
                Arrays.setAll(trend, line::at);
            }
            case NONE -> {}
        }
        return trend;
    }

    private static double[] interpolated(double[] values) {
        List<?> filled = (List<?>) Fills.linear(Numbers.arrayWithNulls(values));
        return Numbers.all(filled);
    }
}

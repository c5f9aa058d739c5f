package io.quarry.functions.series;

import io.quarry.processor.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Regression by one line and by two; null for an empty series and for other than finite numbers. */
final class LineFits {
    private static final String ONE = "Kusto Query Language reference, series_fit_line()";
    private static final String TWO = "Kusto Query Language reference, series_fit_2lines()."
            + " How a tie between two splits falls, and that each part has two points at least, is ours";

    /** The fewest numbers in one of two parts. */
    private static final int LEAST = 2;

    private LineFits() {}

    @Scalar(
            kql = "series_fit_line",
            doc =
                    "The line nearest to the series: R square, slope, variance, residual variance, interception, and its values.",
            example = "series_fit_line(dynamic([1,2,3])) -> dynamic([1.0,1.0,1.0,0.0,0.0,[1.0,2.0,3.0]])",
            source = ONE)
    static Object line(Object series) {
        double[] values = finite(series, 1);
        if (values == null) {
            return null;
        }
        Line line = Line.through(values);
        return List.of(
                line.rSquare(),
                line.slope(),
                line.variance(),
                line.residualVariance(),
                line.interception(),
                Numbers.array(line.values()));
    }

    @Scalar(
            kql = "series_fit_line_dynamic",
            doc = "The line nearest to the series, as a bag.",
            example = "series_fit_line_dynamic(dynamic([1,2,3])) -> dynamic({'rsquare':1.0,'slope':1.0,'variance':1.0,"
                    + "'rvariance':0.0,'interception':0.0,'line_fit':[1.0,2.0,3.0]})",
            source = ONE)
    static Object lineBag(Object series) {
        return line(series) instanceof List<?> fit
                ? bag(List.of("rsquare", "slope", "variance", "rvariance", "interception", "line_fit"), fit)
                : null;
    }

    @Scalar(
            kql = "series_fit_2lines",
            doc =
                    "The two lines nearest to a first and a second part of the series, and where it is best cut: R square, first"
                            + " index of the second part, variance, residual variance, values; then R square, slope, interception,"
                            + " variance and residual variance of the right and of the left line. A part's places are counted from 1.",
            source = TWO)
    static Object twoLines(Object series) {
        double[] values = finite(series, 2 * LEAST);
        if (values == null) {
            return null;
        }
        int split = split(values);
        Line left = Line.through(Arrays.copyOf(values, split));
        Line right = Line.through(Arrays.copyOfRange(values, split, values.length));
        double[] fit = Arrays.copyOf(left.values(), values.length);
        System.arraycopy(right.values(), 0, fit, split, right.length());
        double[] residuals = new double[values.length];
        Arrays.setAll(residuals, i -> values[i] - fit[i]);
        double variance = Numbers.variance(values);
        double residualVariance = Numbers.variance(residuals);
        List<Object> results = new ArrayList<>(List.of(
                Line.rSquare(variance, residualVariance),
                (long) split,
                variance,
                residualVariance,
                Numbers.array(fit)));
        results.addAll(part(right));
        results.addAll(part(left));
        return results;
    }

    private static List<Object> part(Line line) {
        return List.of(line.rSquare(), line.slope(), line.interception(), line.variance(), line.residualVariance());
    }

    @Scalar(
            kql = "series_fit_2lines_dynamic",
            doc = "The two lines nearest to the series, as a bag with the bags right and left.",
            source = TWO)
    static Object twoLinesBag(Object series) {
        if (!(twoLines(series) instanceof List<?> fit)) {
            return null;
        }
        List<String> part = List.of("rsquare", "slope", "interception", "variance", "rvariance");
        Map<String, Object> bag =
                bag(List.of("rsquare", "split_idx", "variance", "rvariance", "line_fit"), fit.subList(0, 5));
        bag.put("right", bag(part, fit.subList(5, 10)));
        bag.put("left", bag(part, fit.subList(10, 15)));
        return bag;
    }

    private static Map<String, Object> bag(List<String> names, List<?> values) {
        Map<String, Object> bag = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            bag.put(names.get(i), values.get(i));
        }
        return bag;
    }

    private static double[] finite(Object series, int least) {
        double[] values = Numbers.all(series);
        return values == null || values.length < least || !Numbers.areFinite(values) ? null : values;
    }

    /** The first index of the second part where the squares of both parts' residuals are least; the first of equals. */
    private static int split(double[] values) {
        double[] left = residualSquares(values);
        double[] reversed = new double[values.length];
        Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
        double[] right = residualSquares(reversed);
        int best = LEAST;
        for (int split = LEAST; split <= values.length - LEAST; split++) {
            if (left[split] + right[values.length - split] < left[best] + right[values.length - best]) {
                best = split;
            }
        }
        return best;
    }

    /** For each length, the sum of the squared residuals of the line through the first numbers; one pass. */
    private static double[] residualSquares(double[] values) {
        double[] squares = new double[values.length + 1];
        double meanX = 0;
        double meanY = 0;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < values.length; i++) {
            double dx = i - meanX;
            double dy = values[i] - meanY;
            meanX += dx / (i + 1);
            meanY += dy / (i + 1);
            xx += dx * (i - meanX);
            xy += dx * (values[i] - meanY);
            yy += dy * (values[i] - meanY);
            squares[i + 1] = i < 2 ? 0 : Math.max(0, yy - xy * xy / xx);
        }
        return squares;
    }
}

package io.quarry.functions.series;

import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Digital filters. Before its start, and after its end, a series is taken for 0. */
final class Filters {
    private Filters() {}

    @Scalar(
            kql = "series_fir",
            doc =
                    "The series under a filter of finite response: each value is the sum of the values up to it, weighted by the"
                            + " coefficients. Normalized (unless told otherwise, where no coefficient is negative), these are divided by"
                            + " their sum; centred, a value stands in the middle of its window. Null for other than numbers.",
            example = {
                "series_fir(dynamic([5,15,10]), dynamic([1,-1]), dynamic(false), dynamic(false)) -> dynamic([5,10,-5])",
                "series_fir(dynamic([3,6,9]), dynamic([1,1,1]), dynamic(true), dynamic(true)) -> dynamic([3.0,6.0,5.0])"
            },
            source = "Kusto Query Language reference, series_fir()",
            nulls = Nulls.SEEN)
    static Object fir(Object series, Object filter, Object... options) {
        double[] values = Numbers.all(series);
        double[] weights = Numbers.all(filter);
        if (values == null || weights == null) {
            return null;
        }
        boolean isPositive = true;
        double sum = 0;
        for (double weight : weights) {
            isPositive &= weight >= 0;
            sum += weight;
        }
        boolean normalize = options.length > 0 && options[0] != null ? Boolean.TRUE.equals(options[0]) : isPositive;
        if (normalize && !isPositive) {
            return null;
        }
        boolean isCentred = options.length > 1 && Boolean.TRUE.equals(options[1]);
        double divisor = normalize ? sum : 1;
        boolean isWhole = !normalize && areWhole(series) && areWhole(filter);
        int ahead = isCentred ? weights.length / 2 : 0;
        List<Object> filtered = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            double value = weighted(values, weights, i + ahead) / divisor;
            filtered.add(isWhole ? (Object) Math.round(value) : (Object) value);
        }
        return filtered;
    }

    /** The sum of {@code weights[j] * values[last - j]}. */
    private static double weighted(double[] values, double[] weights, int last) {
        double sum = 0;
        for (int j = Math.max(0, last - values.length + 1); j < weights.length && j <= last; j++) {
            sum += weights[j] * values[last - j];
        }
        return sum;
    }

    private static boolean areWhole(Object array) {
        return array instanceof List<?> list && list.stream().allMatch(Long.class::isInstance);
    }

    @Scalar(
            kql = "series_iir",
            doc =
                    "The series under a filter of infinite response, given by its numerators and its denominators, of which the"
                            + " first must not be 0. Null for other than numbers.",
            example = "series_iir(dynamic([1,2,3]), dynamic([1]), dynamic([1,-1])) -> dynamic([1.0,3.0,6.0])",
            source = "Kusto Query Language reference, series_iir()",
            nulls = Nulls.SEEN)
    static Object iir(Object series, Object numerators, Object denominators) {
        double[] values = Numbers.all(series);
        double[] b = Numbers.all(numerators);
        double[] a = Numbers.all(denominators);
        if (values == null || b == null || a == null || a.length == 0 || a[0] == 0) {
            return null;
        }
        double[] filtered = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double value = weighted(values, b, i);
            for (int j = 1; j < a.length && j <= i; j++) {
                value -= a[j] * filtered[i - j];
            }
            filtered[i] = value / a[0];
        }
        return Numbers.array(filtered);
    }
}

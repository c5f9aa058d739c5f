package io.quarry.functions.series;

import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code series_stats}: the least and the largest value with their places, the mean, sample deviation and variance. */
final class Statistics {
    private static final String SOURCE = "Kusto Query Language reference, series_stats(); series_stats_dynamic()";
    private static final List<String> NAMES =
            List.of("min", "min_idx", "max", "max_idx", "avg", "stdev", "variance", "sum", "len");

    private Statistics() {}

    @Scalar(
            kql = "series_stats",
            doc =
                    "Minimum and its index, maximum and its index, mean, sample deviation and sample variance. Nulls and what is"
                            + " not finite make all of them null, unless they are to be ignored.",
            example = "series_stats(dynamic([10,20])) -> dynamic([10.0,0,20.0,1,15.0,7.0710678118654755,50.0])",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static Object several(Object series, Object... options) {
        Object[] all = all(series, options);
        return all == null ? null : Arrays.asList(Arrays.copyOf(all, 7));
    }

    @Scalar(
            kql = "series_stats_dynamic",
            doc = "The statistics of a series as a bag, also its sum and its length.",
            example =
                    "series_stats_dynamic(dynamic([10,20])) -> dynamic({'min':10.0,'min_idx':0,'max':20.0,'max_idx':1,"
                            + "'avg':15.0,'stdev':7.0710678118654755,'variance':50.0,'sum':30.0,'len':2})",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static Object bag(Object series, Object... options) {
        Object[] all = all(series, options);
        if (all == null) {
            return null;
        }
        Map<String, Object> bag = new LinkedHashMap<>();
        for (int i = 0; i < all.length; i++) {
            bag.put(NAMES.get(i), all[i]);
        }
        return bag;
    }

    private static Object[] all(Object series, Object[] options) {
        double[] values = Numbers.orNaN(series);
        if (values == null) {
            return null;
        }
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        boolean ignores = options.length > 0 && Boolean.TRUE.equals(options[0]);
        if (finite.length == 0 || finite.length < values.length && !ignores) {
            return null;
        }
        int least = -1;
        int largest = -1;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                least = least < 0 || values[i] < values[least] ? i : least;
                largest = largest < 0 || values[i] > values[largest] ? i : largest;
            }
        }
        double mean = Numbers.mean(finite);
        double variance = Numbers.variance(finite);
        return new Object[] {
            values[least],
            (long) least,
            values[largest],
            (long) largest,
            mean,
            Math.sqrt(variance),
            variance,
            Arrays.stream(finite).sum(),
            (long) values.length
        };
    }
}

package io.quarry.functions.series;

import io.quarry.functions.series.Decomposition.Model;
import io.quarry.functions.series.Decomposition.Trend;
import io.quarry.functions.series.Outliers.Method;
import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Decomposition, and what is told from it: anomalies and forecasts. What is no array gives null. */
final class Decompositions {
    private static final String SOURCE = "Kusto Query Language reference, series_decompose() and its neighbours;"
            + " a period that is detected may differ, see series_periods_detect";
    private static final double LEAST_SCORE = 0.6;
    private static final double LEAST_SEASONAL_SCORE = 0.7;

    private Decompositions() {}

    @Scalar(
            kql = "series_decompose",
            doc =
                    "Baseline, seasonal part, trend and residual of a series. Options: period (-1 detects one, 0 is none), trend"
                            + " (avg, linefit, none), how many of the last values are not learned from, least score of a period.",
            example = "series_decompose(dynamic([1,3,1,3]), dynamic(2), dynamic('none'))"
                    + " -> dynamic([[1.0,3.0,1.0,3.0],[1.0,3.0,1.0,3.0],[0.0,0.0,0.0,0.0],[0.0,0.0,0.0,0.0]])",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static Object decompose(Object series, Object... options) {
        double[] values = Numbers.orNaN(series);
        if (values == null) {
            return null;
        }
        Options given = new Options("series_decompose", options);
        int tested = (int) given.whole(2, 0, 0, values.length);
        return parts(Decomposition.of(
                values, new Model(period(given, 0), given.word(1, Trend.AVG), tested, given.number(3, LEAST_SCORE))));
    }

    private static long period(Options options, int index) {
        return options.whole(index, Model.DETECTED, Model.DETECTED, Integer.MAX_VALUE);
    }

    private static List<Object> parts(Decomposition decomposition) {
        return List.of(
                Numbers.array(decomposition.baseline()),
                Numbers.array(decomposition.seasonal()),
                Numbers.array(decomposition.trend()),
                Numbers.arrayWithNulls(decomposition.residual()));
    }

    @Scalar(
            kql = "series_decompose_forecast",
            doc =
                    "As series_decompose, learned without the last values, whose number comes second: the baseline goes on into"
                            + " them. Options: period, trend, least score of a period.",
            example = "series_decompose_forecast(dynamic([1,2,3,0]), dynamic(1), dynamic(0), dynamic('linefit'))"
                    + " -> dynamic([[1.0,2.0,3.0,4.0],[0.0,0.0,0.0,0.0],[1.0,2.0,3.0,4.0],[0.0,0.0,0.0,-4.0]])",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static Object forecast(Object series, Object... options) {
        double[] values = Numbers.orNaN(series);
        if (values == null) {
            return null;
        }
        Options given = new Options("series_decompose_forecast", options);
        int tested = (int) given.whole(0, 0, 0, values.length);
        return parts(Decomposition.of(
                values, new Model(period(given, 1), given.word(2, Trend.AVG), tested, given.number(3, LEAST_SCORE))));
    }

    @Scalar(
            kql = "series_decompose_anomalies",
            doc =
                    "For each value 1 for an anomaly upwards, -1 for one downwards, 0 for none; its score, which is that of the"
                            + " residual by series_outliers; and the baseline. Options: threshold of the score (1.5), period, trend, how"
                            + " many of the last values are not learned from, method (ctukey, tukey), least score of a period.",
            example =
                    "series_decompose_anomalies(dynamic([1,2,3,4,30]), dynamic(1.5), dynamic(0), dynamic('none'), dynamic(0),"
                            + " dynamic('tukey')) -> dynamic([[0,0,0,0,1],[-0.5,0.0,0.0,0.0,13.0],[0.0,0.0,0.0,0.0,0.0]])",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static Object anomalies(Object series, Object... options) {
        double[] values = Numbers.orNaN(series);
        if (values == null) {
            return null;
        }
        Options given = new Options("series_decompose_anomalies", options);
        double threshold = given.number(0, 1.5);
        int tested = (int) given.whole(3, 0, 0, values.length);
        Method method = given.word(4, Method.CTUKEY);
        Decomposition decomposition = Decomposition.of(
                values, new Model(period(given, 1), given.word(2, Trend.AVG), tested, given.number(5, LEAST_SCORE)));
        double[] scores = Outliers.scores(decomposition.residual(), values.length - tested, method);
        List<Object> flags = new ArrayList<>(scores.length);
        for (double score : scores) {
            flags.add(score > threshold ? 1L : score < -threshold ? -1L : 0L);
        }
        return List.of(flags, Numbers.array(scores), Numbers.array(decomposition.baseline()));
    }

    @Scalar(
            kql = "series_seasonal",
            doc =
                    "The seasonal part of a series, the median of the values of each phase of a period: a given one, or one that is"
                            + " detected. 0 where there is none.",
            example = {
                "series_seasonal(dynamic([1,3,5,1,3,5,2,4,6]), dynamic(3)) -> dynamic([1.0,3.0,5.0,1.0,3.0,5.0,1.0,3.0,5.0])",
                "series_seasonal(dynamic([8,12,14,12,10,10,12,14,12,10,10,12,14,12,10,10,12,14,12,10]))"
                        + " -> dynamic([10.0,12.0,14.0,12.0,10.0,10.0,12.0,14.0,12.0,10.0,10.0,12.0,14.0,12.0,10.0,10.0,12.0,"
                        + "14.0,12.0,10.0])"
            },
            source = SOURCE,
            nulls = Nulls.SEEN)
    static Object seasonal(Object series, Object... options) {
        double[] values = Numbers.orNaN(series);
        if (values == null) {
            return null;
        }
        Options given = new Options("series_seasonal", options);
        Model model = new Model(period(given, 0), Trend.NONE, 0, given.number(1, LEAST_SEASONAL_SCORE));
        return Numbers.array(Decomposition.of(values, model).seasonal());
    }
}

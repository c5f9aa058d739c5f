package io.quarry.functions.series;

import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.util.List;

/** Sums and products over the elements of one or two series. */
final class Products {
    private static final String SOURCE = "Kusto Query Language reference, Series processing functions";

    private Products() {}

    @Scalar(
            kql = "series_sum",
            doc = "The sum of the elements that are numbers.",
            example = "series_sum(dynamic([1,2,3,4])) -> 10.0",
            source = SOURCE)
    static Double sum(Object series) {
        if (!(series instanceof List<?> array)) {
            return null;
        }
        double sum = 0;
        for (Object element : array) {
            Double number = Numbers.of(element);
            sum += number == null ? 0 : number;
        }
        return sum;
    }

    @Scalar(
            kql = "series_product",
            doc = "The product of the elements that are numbers.",
            example = "series_product(dynamic([1,2,3,4])) -> 24.0",
            source = SOURCE)
    static Double product(Object series) {
        if (!(series instanceof List<?> array)) {
            return null;
        }
        double product = 1;
        for (Object element : array) {
            Double number = Numbers.of(element);
            product *= number == null ? 1 : number;
        }
        return product;
    }

    @Scalar(
            kql = "series_magnitude",
            doc = "The length of the vector that the numbers are: the square root of the sum of their squares.",
            example = "series_magnitude(dynamic([3,4])) -> 5.0",
            source = SOURCE)
    static Double magnitude(Object series) {
        Double squares = dot(series, series);
        return squares == null ? null : Double.valueOf(Math.sqrt(squares));
    }

    @Scalar(
            kql = "series_dot_product",
            doc =
                    "The sum of the products of the elements; a single number stands for a series of it. What has no partner, or"
                            + " is no number, is left out; null for an empty series.",
            example = "series_dot_product(dynamic([1,2,4]), dynamic([4,2,1])) -> 12.0",
            source = SOURCE)
    static Double dot(Object left, Object right) {
        int size = Math.min(size(left, right), size(right, left));
        if (size <= 0) {
            return null;
        }
        double sum = 0;
        for (int i = 0; i < size; i++) {
            Double x = at(left, i);
            Double y = at(right, i);
            sum += x == null || y == null ? 0 : x * y;
        }
        return sum;
    }

    /** How many elements there are; as many as the other has, where a number stands for a series. */
    private static int size(Object series, Object other) {
        if (series instanceof List<?> array) {
            return array.size();
        }
        return series instanceof Number && other instanceof List<?> array ? array.size() : 0;
    }

    private static Double at(Object series, int index) {
        return Numbers.of(series instanceof List<?> array ? array.get(index) : series);
    }

    @Scalar(
            kql = "series_cosine_similarity",
            doc = "The cosine of the angle between the vectors that two series are; null for an empty series.",
            example = "series_cosine_similarity(dynamic([1,0]), dynamic([1,0])) -> 1.0",
            source = SOURCE)
    static Double cosine(Object left, Object right) {
        Double x = magnitude(left);
        Double y = magnitude(right);
        return x == null || y == null ? null : cosine(left, right, x, y);
    }

    @Scalar(kql = "series_cosine_similarity", doc = "The same where the length of the first is known.", source = SOURCE)
    static Double cosine(Object left, Object right, double leftMagnitude) {
        Double y = magnitude(right);
        return y == null ? null : cosine(left, right, leftMagnitude, y);
    }

    @Scalar(kql = "series_cosine_similarity", doc = "The same where both lengths are known.", source = SOURCE)
    static Double cosine(Object left, Object right, double leftMagnitude, double rightMagnitude) {
        Double dot = left instanceof List<?> && right instanceof List<?> ? dot(left, right) : null;
        return dot == null ? null : Double.valueOf(dot / (leftMagnitude * rightMagnitude));
    }

    @Scalar(
            kql = "series_pearson_correlation",
            doc =
                    "Pearson's coefficient of correlation; null for series of different lengths or with other than numbers.",
            example = "series_pearson_correlation(dynamic([1,2,3]), dynamic([2,4,6])) -> 1.0",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static Double correlation(Object left, Object right) {
        double[] x = Numbers.all(left);
        double[] y = Numbers.all(right);
        if (x == null || y == null || x.length != y.length || x.length == 0) {
            return null;
        }
        double meanX = Numbers.mean(x);
        double meanY = Numbers.mean(y);
        double products = 0;
        double squaresX = 0;
        double squaresY = 0;
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - meanX) * (y[i] - meanY);
            squaresX += (x[i] - meanX) * (x[i] - meanX);
            squaresY += (y[i] - meanY) * (y[i] - meanY);
        }
        return products / Math.sqrt(squaresX * squaresY);
    }
}

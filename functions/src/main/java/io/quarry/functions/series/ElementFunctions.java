package io.quarry.functions.series;

import io.quarry.processor.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** Functions of each element of a series. What is no number gives null. */
final class ElementFunctions {
    private static final String SOURCE = "Kusto Query Language reference, Series processing functions";

    private ElementFunctions() {}

    private static Object each(Object series, UnaryOperator<Object> function) {
        if (!(series instanceof List<?> array)) {
            return null;
        }
        List<Object> result = new ArrayList<>(array.size());
        for (Object element : array) {
            result.add(function.apply(element));
        }
        return result;
    }

    private static Object reals(Object series, DoubleUnaryOperator function) {
        return each(series, element -> {
            Double number = Numbers.of(element);
            return number == null ? null : (Object) function.applyAsDouble(number);
        });
    }

    @Scalar(
            kql = "series_abs",
            doc = "The absolute values; whole numbers stay whole.",
            example = "series_abs(dynamic([-6.5,0,null])) -> dynamic([6.5,0,null])",
            source = SOURCE)
    static Object absolute(Object series) {
        return each(series, element -> element instanceof Long whole ? (Object) Math.abs(whole) : magnitude(element));
    }

    @Scalar(
            kql = "series_sign",
            doc = "-1 for what is negative, 0 for zero, 1 for what is positive; whole numbers stay whole.",
            example = "series_sign(dynamic([-6,0,8])) -> dynamic([-1,0,1])",
            source = SOURCE)
    static Object sign(Object series) {
        return each(
                series,
                element -> element instanceof Long whole ? (Object) (long) Long.signum(whole) : signum(element));
    }

    @Scalar(
            kql = "series_floor",
            doc = "The largest whole numbers that are not above, as reals.",
            example = "series_floor(dynamic([-1.5,1])) -> dynamic([-2.0,1.0])",
            source = SOURCE)
    static Object floor(Object series) {
        return reals(series, Math::floor);
    }

    @Scalar(
            kql = "series_ceiling",
            doc = "The smallest whole numbers that are not below, as reals.",
            example = "series_ceiling(dynamic([-1.5,1])) -> dynamic([-1.0,1.0])",
            source = SOURCE)
    static Object ceiling(Object series) {
        return reals(series, Math::ceil);
    }

    @Scalar(
            kql = "series_exp",
            doc = "The exponentials.",
            example = "series_exp(dynamic([0])) -> dynamic([1.0])",
            source = SOURCE)
    static Object exp(Object series) {
        return reals(series, Math::exp);
    }

    @Scalar(
            kql = "series_log",
            doc = "The natural logarithms.",
            example = "series_log(dynamic([1])) -> dynamic([0.0])",
            source = SOURCE)
    static Object log(Object series) {
        return reals(series, Math::log);
    }

    @Scalar(
            kql = "series_sin",
            doc = "The sines.",
            example = "series_sin(dynamic([0])) -> dynamic([0.0])",
            source = SOURCE)
    static Object sin(Object series) {
        return reals(series, Math::sin);
    }

    @Scalar(
            kql = "series_cos",
            doc = "The cosines.",
            example = "series_cos(dynamic([0])) -> dynamic([1.0])",
            source = SOURCE)
    static Object cos(Object series) {
        return reals(series, Math::cos);
    }

    @Scalar(
            kql = "series_tan",
            doc = "The tangents.",
            example = "series_tan(dynamic([0])) -> dynamic([0.0])",
            source = SOURCE)
    static Object tan(Object series) {
        return reals(series, Math::tan);
    }

    @Scalar(
            kql = "series_asin",
            doc = "The angles whose sine is given.",
            example = "series_asin(dynamic([0])) -> dynamic([0.0])",
            source = SOURCE)
    static Object asin(Object series) {
        return reals(series, Math::asin);
    }

    @Scalar(
            kql = "series_acos",
            doc = "The angles whose cosine is given.",
            example = "series_acos(dynamic([1])) -> dynamic([0.0])",
            source = SOURCE)
    static Object acos(Object series) {
        return reals(series, Math::acos);
    }

    @Scalar(
            kql = "series_atan",
            doc = "The angles whose tangent is given.",
            example = "series_atan(dynamic([0])) -> dynamic([0.0])",
            source = SOURCE)
    static Object atan(Object series) {
        return reals(series, Math::atan);
    }

    private static Object magnitude(Object element) {
        Double number = Numbers.of(element);
        return number == null ? null : (Object) Math.abs(number);
    }

    private static Object signum(Object element) {
        Double number = Numbers.of(element);
        return number == null ? null : (Object) Math.signum(number);
    }
}

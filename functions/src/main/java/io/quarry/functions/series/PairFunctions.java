package io.quarry.functions.series;

import io.quarry.processor.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/**
 * Arithmetic and comparison of two series, element by element. A single number stands for a series of it. What is no number,
 * or is missing in the shorter series, gives null.
 */
final class PairFunctions {
    private static final String SOURCE = "Kusto Query Language reference, Series processing functions";

    private PairFunctions() {}

    private interface Pair {
        Object of(Object left, Object right);
    }

    private static Object each(Object left, Object right, Pair pair) {
        int size = Math.max(size(left), size(right));
        if (size < 0) {
            return null;
        }
        List<Object> result = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            result.add(pair.of(at(left, i), at(right, i)));
        }
        return result;
    }

    private static int size(Object series) {
        return series instanceof List<?> array ? array.size() : -1;
    }

    private static Object at(Object series, int index) {
        if (series instanceof List<?> array) {
            return index < array.size() ? array.get(index) : null;
        }
        return series;
    }

    /** Whole numbers stay whole. */
    private static Object arithmetic(Object left, Object right, LongBinaryOperator whole, DoubleBinaryOperator real) {
        return each(left, right, (a, b) -> {
            Long x = Numbers.whole(a);
            Long y = Numbers.whole(b);
            return x != null && y != null ? (Object) whole.applyAsLong(x, y) : real(a, b, real);
        });
    }

    private static Double real(Object left, Object right, DoubleBinaryOperator operator) {
        Double x = Numbers.of(left);
        Double y = Numbers.of(right);
        return x == null || y == null ? null : Double.valueOf(operator.applyAsDouble(x, y));
    }

    private interface Comparison {
        boolean holds(double left, double right);
    }

    private static Object compare(Object left, Object right, Comparison comparison) {
        return each(left, right, (a, b) -> {
            Double x = Numbers.of(a);
            Double y = Numbers.of(b);
            return x == null || y == null ? null : (Object) comparison.holds(x, y);
        });
    }

    @Scalar(
            kql = "series_add",
            doc = "The sums of the elements.",
            example = "series_add(dynamic([1,2.5,null]), dynamic([4,1])) -> dynamic([5,3.5,null])",
            source = SOURCE)
    static Object add(Object left, Object right) {
        return arithmetic(left, right, (a, b) -> a + b, (a, b) -> a + b);
    }

    @Scalar(
            kql = "series_subtract",
            doc = "The differences of the elements.",
            example = "series_subtract(dynamic([1,2]), dynamic([4,2])) -> dynamic([-3,0])",
            source = SOURCE)
    static Object subtract(Object left, Object right) {
        return arithmetic(left, right, (a, b) -> a - b, (a, b) -> a - b);
    }

    @Scalar(
            kql = "series_multiply",
            doc = "The products of the elements.",
            example = "series_multiply(dynamic(10), dynamic([1,2])) -> dynamic([10,20])",
            source = SOURCE)
    static Object multiply(Object left, Object right) {
        return arithmetic(left, right, (a, b) -> a * b, (a, b) -> a * b);
    }

    @Scalar(
            kql = "series_divide",
            doc = "The quotients of the elements, as reals.",
            example = "series_divide(dynamic([1,2]), dynamic([4,2])) -> dynamic([0.25,1.0])",
            source = SOURCE)
    static Object divide(Object left, Object right) {
        return each(left, right, (a, b) -> real(a, b, (x, y) -> x / y));
    }

    @Scalar(
            kql = "series_pow",
            doc = "The elements of the first to the power of those of the second, as reals.",
            example = "series_pow(dynamic([2,4]), dynamic([3,0.5])) -> dynamic([8.0,2.0])",
            source = SOURCE)
    static Object power(Object left, Object right) {
        return each(left, right, (a, b) -> real(a, b, Math::pow));
    }

    @Scalar(
            kql = "series_equals",
            doc = "Whether each element of the first is equal to that of the second.",
            example = "series_equals(dynamic([1,2]), dynamic([4,2])) -> dynamic([false,true])",
            source = SOURCE)
    static Object areEqual(Object left, Object right) {
        return compare(left, right, (a, b) -> a == b);
    }

    @Scalar(
            kql = "series_not_equals",
            doc = "Whether each element of the first is different from that of the second.",
            example = "series_not_equals(dynamic([1,2]), dynamic([4,2])) -> dynamic([true,false])",
            source = SOURCE)
    static Object notEquals(Object left, Object right) {
        return compare(left, right, (a, b) -> a != b);
    }

    @Scalar(
            kql = "series_less",
            doc = "Whether each element of the first is less than that of the second.",
            example = "series_less(dynamic([1,2]), dynamic([4,2])) -> dynamic([true,false])",
            source = SOURCE)
    static Object less(Object left, Object right) {
        return compare(left, right, (a, b) -> a < b);
    }

    @Scalar(
            kql = "series_less_equals",
            doc = "Whether each element of the first is less or equal to that of the second.",
            example = "series_less_equals(dynamic([1,2]), dynamic([4,2])) -> dynamic([true,true])",
            source = SOURCE)
    static Object lessEquals(Object left, Object right) {
        return compare(left, right, (a, b) -> a <= b);
    }

    @Scalar(
            kql = "series_greater",
            doc = "Whether each element of the first is greater than that of the second.",
            example = "series_greater(dynamic([1,2]), dynamic([4,2])) -> dynamic([false,false])",
            source = SOURCE)
    static Object greater(Object left, Object right) {
        return compare(left, right, (a, b) -> a > b);
    }

    @Scalar(
            kql = "series_greater_equals",
            doc = "Whether each element of the first is greater or equal to that of the second.",
            example = "series_greater_equals(dynamic([1,2]), dynamic([4,2])) -> dynamic([false,true])",
            source = SOURCE)
    static Object greaterEquals(Object left, Object right) {
        return compare(left, right, (a, b) -> a >= b);
    }
}

package io.quarry.functions.series;

import io.quarry.functions.order.DynamicOrder;
import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is missing in a series, filled in. Missing is what equals a placeholder: null, where none is given. What is no array
 * gives null.
 */
final class Fills {
    private static final String SOURCE = "Kusto Query Language reference, series_fill_const() and its neighbours";

    private Fills() {}

    private static boolean isMissing(Object element, Object placeholder) {
        return placeholder == null ? element == null : element != null && DynamicOrder.equal(element, placeholder);
    }

    private static Object option(Object[] options, int index) {
        return index < options.length ? options[index] : null;
    }

    @Scalar(
            kql = "series_fill_const",
            doc = "The series with a constant, 0 unless given, in the place of what is missing.",
            example = {
                "series_fill_const(dynamic([1,null,3]), dynamic(-1)) -> dynamic([1,-1,3])",
                "series_fill_const(dynamic([1,null,3]), dynamic(0.5), dynamic(1)) -> dynamic([0.5,null,3])"
            },
            source = SOURCE,
            nulls = Nulls.SEEN)
    static Object constant(Object series, Object... options) {
        if (!(series instanceof List<?> array)) {
            return null;
        }
        Object constant = options.length > 0 ? options[0] : Long.valueOf(0);
        List<Object> filled = new ArrayList<>(array);
        filled.replaceAll(element -> isMissing(element, option(options, 1)) ? constant : element);
        return filled;
    }

    @Scalar(
            kql = "series_fill_forward",
            doc = "The series with the last value before it in the place of what is missing.",
            example = "series_fill_forward(dynamic([null,36,null,16])) -> dynamic([null,36,36,16])",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static Object forward(Object series, Object... options) {
        if (!(series instanceof List<?> array)) {
            return null;
        }
        List<Object> filled = new ArrayList<>(array);
        for (int i = 1; i < filled.size(); i++) {
            if (isMissing(filled.get(i), option(options, 0))) {
                filled.set(i, filled.get(i - 1));
            }
        }
        return filled;
    }

    @Scalar(
            kql = "series_fill_backward",
            doc = "The series with the next value after it in the place of what is missing.",
            example = "series_fill_backward(dynamic([null,36,null,16,null])) -> dynamic([36,36,16,16,null])",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static Object backward(Object series, Object... options) {
        if (!(series instanceof List<?> array)) {
            return null;
        }
        List<Object> reversed = new ArrayList<>(array);
        Collections.reverse(reversed);
        List<?> filled = (List<?>) forward(reversed, options);
        List<Object> result = new ArrayList<>(filled);
        Collections.reverse(result);
        return result;
    }

    @Scalar(
            kql = "series_fill_linear",
            doc =
                    "The series with values on the line between its neighbours in the place of what is missing. At the edges the"
                            + " nearest value is repeated, unless edges are not to be filled; where all is missing, a constant, 0 unless"
                            + " given, takes all places. Between whole numbers the values are cut to whole ones.",
            example = {
                "series_fill_linear(dynamic([null,111.0,null,36.0])) -> dynamic([111.0,111.0,73.5,36.0])",
                "series_fill_linear(dynamic([111,null,36,null]), dynamic(null), dynamic(false)) -> dynamic([111,73,36,null])"
            },
            source = SOURCE,
            nulls = Nulls.SEEN)
    static Object linear(Object series, Object... options) {
        if (!(series instanceof List<?> array)) {
            return null;
        }
        Object placeholder = option(options, 0);
        List<Object> filled = new ArrayList<>(array);
        int known = -1;
        for (int i = 0; i < filled.size(); i++) {
            if (!isMissing(filled.get(i), placeholder)) {
                if (known >= 0) {
                    interpolate(filled, known, i);
                } else if (!Boolean.FALSE.equals(option(options, 1))) {
                    Collections.fill(filled.subList(0, i), filled.get(i));
                }
                known = i;
            }
        }
        if (known < 0) {
            Collections.fill(filled, options.length > 2 ? options[2] : Double.valueOf(0));
        } else if (!Boolean.FALSE.equals(option(options, 1))) {
            Collections.fill(filled.subList(known, filled.size()), filled.get(known));
        }
        return filled;
    }

    private static void interpolate(List<Object> series, int left, int right) {
        Object start = series.get(left);
        Object end = series.get(right);
        Double from = Numbers.of(start);
        Double to = Numbers.of(end);
        if (from == null || to == null) {
            return;
        }
        boolean isWhole = start instanceof Long && end instanceof Long;
        for (int i = left + 1; i < right; i++) {
            double value = from + (to - from) * (i - left) / (right - left);
            series.set(i, isWhole ? (Object) (long) value : (Object) value);
        }
    }
}

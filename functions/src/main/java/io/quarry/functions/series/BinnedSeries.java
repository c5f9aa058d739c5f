package io.quarry.functions.series;

import io.quarry.data.Dynamic;
import io.quarry.functions.time.TimespanText;
import io.quarry.plan.FunctionException;
import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The arrays of {@code make-series}, from the list of the bins that have a value, in any order. A bin is a number or a time; a
 * start or a stop (which is no bin) that is null is that of the data.
 */
final class BinnedSeries {
    private static final String SOURCE = "Kusto Query Language reference, make-series operator";

    /** The longest array, as on the service. */
    private static final int LONGEST = 1 << 20;

    private BinnedSeries() {}

    @Scalar(kql = "axis of bins", doc = "All bins from the start to the stop.", source = SOURCE, nulls = Nulls.SEEN)
    static Object axis(Object bins, Object start, Object stop, Object step) {
        if (!(bins instanceof List<?> list) || step == null) {
            return null;
        }
        Object first = first(list, start);
        int length = length(list, first, stop, step);
        List<Object> axis = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            axis.add(at(first, step, i));
        }
        return axis;
    }

    @Scalar(
            kql = "series of bins",
            doc = "For each bin from the start to the stop its value, else another.",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static Object values(Object bins, Object values, Object otherwise, Object start, Object stop, Object step) {
        if (!(bins instanceof List<?> list) || !(values instanceof List<?> listed) || step == null) {
            return null;
        }
        Object first = first(list, start);
        int length = length(list, first, stop, step);
        List<Object> series = new ArrayList<>(Collections.nCopies(length, otherwise));
        for (int i = 0; i < Math.min(list.size(), listed.size()); i++) {
            long index = Math.round(steps(first, list.get(i), step));
            if (index >= 0 && index < length) {
                series.set((int) index, listed.get(i));
            }
        }
        return series;
    }

    private static Object first(List<?> bins, Object start) {
        Object first = start;
        if (start == null) {
            for (Object bin : bins) {
                first = first == null || number(bin) < number(first) ? bin : first;
            }
        }
        return first;
    }

    private static int length(List<?> bins, Object first, Object stop, Object step) {
        if (!(number(step) > 0)) {
            throw new FunctionException("the step of make-series has to be positive, found " + text(step));
        }
        if (first == null) {
            return 0;
        }
        double length = stop == null ? 0 : Math.ceil(steps(first, stop, step) - 1e-9);
        if (stop == null) {
            for (Object bin : bins) {
                length = Math.max(length, Math.round(steps(first, bin, step)) + 1);
            }
        }
        if (length > LONGEST) {
            throw new FunctionException(
                    "make-series would give a series of " + (long) length + " values, and the most are " + LONGEST);
        }
        return (int) Math.max(0, length);
    }

    private static double steps(Object from, Object to, Object step) {
        Long start = Numbers.whole(from);
        Long end = Numbers.whole(to);
        Long size = Numbers.whole(step);
        if (start == null || end == null || size == null) {
            return (number(to) - number(from)) / number(step);
        }
        long distance = end - start;
        return Math.floorDiv(distance, size) + (double) Math.floorMod(distance, size) / size;
    }

    private static double number(Object value) {
        Double number = Numbers.of(value);
        return number == null ? Double.NaN : number;
    }

    private static String text(Object step) {
        return step instanceof Dynamic.TimeSpan span ? TimespanText.of(span.ticks()) : String.valueOf(step);
    }

    private static Object at(Object first, Object step, int index) {
        if (first instanceof Dynamic.DateTime time) {
            return new Dynamic.DateTime(time.ticks() + index * Numbers.whole(step));
        }
        if (first instanceof Dynamic.TimeSpan span) {
            return new Dynamic.TimeSpan(span.ticks() + index * Numbers.whole(step));
        }
        Long start = Numbers.whole(first);
        Long size = Numbers.whole(step);
        return start != null && size != null
                ? (Object) (start + index * size)
                : (Object) (number(first) + index * number(step));
    }
}

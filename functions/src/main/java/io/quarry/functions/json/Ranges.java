package io.quarry.functions.json;

import static io.quarry.data.Type.DATETIME;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.data.Dynamic;
import io.quarry.data.Ticks;
import io.quarry.processor.Of;
import io.quarry.processor.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Arrays of evenly spaced values, of at most 1,048,576 elements. */
final class Ranges {
    private static final String RANGE = "Kusto Query Language reference, range()";
    private static final int MAX_SIZE = 1_048_576;

    private Ranges() {}

    @Scalar(
            kql = "repeat",
            doc = "Array of a value so many times.",
            example = "repeat(dynamic('a'), 2) -> dynamic(['a','a'])",
            source = "Kusto Query Language reference, repeat()")
    static Object repeat(Object value, long count) {
        return count < 0 ? null : new ArrayList<>(Collections.nCopies((int) Math.min(count, MAX_SIZE), value));
    }

    @Scalar(
            kql = "range",
            doc = "Array of the numbers from a start to a stop, included, by a step.",
            example = "range(1, 8, 3) -> dynamic([1,4,7])",
            source = RANGE)
    static Object range(long start, long stop, long step) {
        if (step == 0) {
            return null;
        }
        List<Object> range = new ArrayList<>();
        for (long at : steps(start, stop, step)) {
            range.add(at);
        }
        return range;
    }

    @Scalar(
            kql = "range",
            doc = "Array of the numbers from a start on, by 1.",
            example = "range(1, 3) -> dynamic([1,2,3])",
            source = RANGE)
    static Object range(long start, long stop) {
        return range(start, stop, 1);
    }

    @Scalar(
            kql = "range",
            doc = "Array of the numbers from a start to a stop, included, by a step.",
            example = "range(0.5, 2.0, 0.5) -> dynamic([0.5,1.0,1.5,2.0])",
            source = RANGE)
    static Object range(double start, double stop, double step) {
        if (step == 0 || Double.isNaN(step)) {
            return null;
        }
        List<Object> range = new ArrayList<>();
        for (int i = 0; i < MAX_SIZE; i++) {
            double at = start + i * step;
            if (!(step > 0 ? at <= stop : at >= stop)) {
                break;
            }
            range.add(at);
        }
        return range;
    }

    @Scalar(
            kql = "range",
            doc = "Array of the numbers from a start on, by 1.",
            example = "range(0.5, 2.0) -> dynamic([0.5,1.5])",
            source = RANGE)
    static Object range(double start, double stop) {
        return range(start, stop, 1);
    }

    @Scalar(
            kql = "range",
            doc = "Array of the points in time from a start to a stop, included, by a step.",
            example = "array_length(range(datetime(2020-01-01), datetime(2020-01-02), 6h)) -> 5",
            source = RANGE)
    static Object timeRange(@Of(DATETIME) long start, @Of(DATETIME) long stop, @Of(TIMESPAN) long step) {
        if (step == 0) {
            return null;
        }
        List<Object> range = new ArrayList<>();
        for (long at : steps(start, stop, step)) {
            range.add(new Dynamic.DateTime(at));
        }
        return range;
    }

    @Scalar(
            kql = "range",
            doc = "Array of the points in time from a start on, by an hour.",
            example = "array_length(range(datetime(2020-01-01), datetime(2020-01-02))) -> 25",
            source = RANGE)
    static Object timeRange(@Of(DATETIME) long start, @Of(DATETIME) long stop) {
        return timeRange(start, stop, Ticks.PER_HOUR);
    }

    @Scalar(
            kql = "range",
            doc = "Array of the spans of time from a start to a stop, included, by a step.",
            example = "array_length(range(1h, 2h, 30m)) -> 3",
            source = RANGE)
    static Object spanRange(@Of(TIMESPAN) long start, @Of(TIMESPAN) long stop, @Of(TIMESPAN) long step) {
        if (step == 0) {
            return null;
        }
        List<Object> range = new ArrayList<>();
        for (long at : steps(start, stop, step)) {
            range.add(new Dynamic.TimeSpan(at));
        }
        return range;
    }

    @Scalar(
            kql = "range",
            doc = "Array of the spans of time from a start on, by an hour.",
            example = "array_length(range(1h, 5h)) -> 5",
            source = RANGE)
    static Object spanRange(@Of(TIMESPAN) long start, @Of(TIMESPAN) long stop) {
        return spanRange(start, stop, Ticks.PER_HOUR);
    }

    private static long[] steps(long start, long stop, long step) {
        boolean isEmpty = step > 0 ? start > stop : start < stop;
        if (isEmpty) {
            return new long[0];
        }
        long distance = step > 0 ? stop - start : start - stop;
        long count = Long.divideUnsigned(distance, Math.abs(step)) + 1;
        boolean isTooLong = count <= 0 || count > MAX_SIZE;
        long[] steps = new long[isTooLong ? MAX_SIZE : (int) count];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = start + i * step;
        }
        return steps;
    }
}

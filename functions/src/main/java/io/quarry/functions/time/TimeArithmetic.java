package io.quarry.functions.time;

import static io.quarry.data.Type.DATETIME;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.processor.Of;
import io.quarry.processor.Scalar;

/** KQL's arithmetic of points and spans of time. What is no datetime or no timespan is null. */
final class TimeArithmetic {
    private static final String SOURCE = "Kusto Query Language reference, Datetime / timespan arithmetic";

    private TimeArithmetic() {}

    @Scalar(kql = "+", doc = "The point in time later by the span.", source = SOURCE)
    @Of(DATETIME)
    static Long plus(@Of(DATETIME) long time, @Of(TIMESPAN) long span) {
        return Calendar.inRange(time + span);
    }

    @Scalar(kql = "+", doc = "The point in time later by the span.", source = SOURCE)
    @Of(DATETIME)
    static Long plusTime(@Of(TIMESPAN) long span, @Of(DATETIME) long time) {
        return Calendar.inRange(time + span);
    }

    @Scalar(kql = "+", doc = "Sum of the spans.", source = SOURCE)
    @Of(TIMESPAN)
    static long plusSpan(@Of(TIMESPAN) long left, @Of(TIMESPAN) long right) {
        return left + right;
    }

    @Scalar(kql = "-", doc = "The span from the right point in time to the left one.", source = SOURCE)
    @Of(TIMESPAN)
    static long between(@Of(DATETIME) long left, @Of(DATETIME) long right) {
        return left - right;
    }

    @Scalar(kql = "-", doc = "The point in time earlier by the span.", source = SOURCE)
    @Of(DATETIME)
    static Long minus(@Of(DATETIME) long time, @Of(TIMESPAN) long span) {
        return Calendar.inRange(time - span);
    }

    @Scalar(kql = "-", doc = "Difference of the spans.", source = SOURCE)
    @Of(TIMESPAN)
    static long minusSpan(@Of(TIMESPAN) long left, @Of(TIMESPAN) long right) {
        return left - right;
    }

    @Scalar(kql = "-", doc = "The span with the other sign.", source = SOURCE)
    @Of(TIMESPAN)
    static long negative(@Of(TIMESPAN) long span) {
        return -span;
    }

    @Scalar(kql = "*", doc = "The span so many times.", source = SOURCE)
    @Of(TIMESPAN)
    static long times(@Of(TIMESPAN) long span, long factor) {
        return span * factor;
    }

    @Scalar(kql = "*", doc = "The span so many times.", source = SOURCE)
    @Of(TIMESPAN)
    static long timesSpan(long factor, @Of(TIMESPAN) long span) {
        return span * factor;
    }

    @Scalar(kql = "*", doc = "The span so many times.", source = SOURCE)
    @Of(TIMESPAN)
    static Long times(@Of(TIMESPAN) long span, double factor) {
        return ticks(span * factor);
    }

    @Scalar(kql = "*", doc = "The span so many times.", source = SOURCE)
    @Of(TIMESPAN)
    static Long timesSpan(double factor, @Of(TIMESPAN) long span) {
        return ticks(span * factor);
    }

    @Scalar(kql = "/", doc = "How many times the right span is in the left one.", source = SOURCE)
    static double ratio(@Of(TIMESPAN) long left, @Of(TIMESPAN) long right) {
        return (double) left / right;
    }

    @Scalar(kql = "/", doc = "The part of the span; null divided by zero.", source = SOURCE)
    @Of(TIMESPAN)
    static Long divide(@Of(TIMESPAN) long span, long divisor) {
        return divisor == 0 ? null : Long.valueOf(span / divisor);
    }

    @Scalar(kql = "/", doc = "The part of the span; null divided by zero.", source = SOURCE)
    @Of(TIMESPAN)
    static Long divide(@Of(TIMESPAN) long span, double divisor) {
        return ticks(span / divisor);
    }

    @Scalar(kql = "%", doc = "What remains of the left span, never negative; null divided by zero.", source = SOURCE)
    @Of(TIMESPAN)
    static Long modulo(@Of(TIMESPAN) long left, @Of(TIMESPAN) long right) {
        return right == 0 ? null : Long.valueOf(Math.floorMod(left, Math.abs(right)));
    }

    /** Without the fraction; null out of range. */
    private static Long ticks(double ticks) {
        return Math.abs(ticks) < 0x1p63 ? Long.valueOf((long) ticks) : null;
    }
}

package io.quarry.functions.compare;

import static io.quarry.data.Type.DATETIME;
import static io.quarry.data.Type.INT;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.functions.order.GuidOrder;
import io.quarry.functions.text.Utf8;
import io.quarry.processor.Of;
import io.quarry.processor.Scalar;
import java.math.BigDecimal;
import java.util.UUID;

/** KQL's {@code < <= > >=}: null if a side is null. Texts are in order of code points, NaN is in none. */
final class Order {
    private static final String SOURCE = "Kusto Query Language reference, Null values; Numerical operators";

    private Order() {}

    @Scalar(kql = "<", doc = "Less than: the left value compared with the right one.", source = SOURCE)
    static boolean less(boolean left, boolean right) {
        return Boolean.compare(left, right) < 0;
    }

    @Scalar(kql = "<", doc = "Less than: the left value compared with the right one.", source = SOURCE)
    static boolean less(
            @Of({INT, LONG, DATETIME, TIMESPAN}) long left, @Of({INT, LONG, DATETIME, TIMESPAN}) long right) {
        return left < right;
    }

    @Scalar(kql = "<", doc = "Less than: the left value compared with the right one.", source = SOURCE)
    static boolean less(double left, double right) {
        return left < right;
    }

    @Scalar(kql = "<", doc = "Less than: the left value compared with the right one.", source = SOURCE)
    static boolean less(BigDecimal left, BigDecimal right) {
        return left.compareTo(right) < 0;
    }

    @Scalar(kql = "<", doc = "Less than: the left value compared with the right one.", source = SOURCE)
    static boolean less(Utf8 left, Utf8 right) {
        return left.compareTo(right) < 0;
    }

    @Scalar(kql = "<", doc = "Less than: the left value compared with the right one.", source = SOURCE)
    static boolean less(UUID left, UUID right) {
        return GuidOrder.compare(left, right) < 0;
    }

    @Scalar(kql = "<=", doc = "At most: the left value compared with the right one.", source = SOURCE)
    static boolean atMost(boolean left, boolean right) {
        return Boolean.compare(left, right) <= 0;
    }

    @Scalar(kql = "<=", doc = "At most: the left value compared with the right one.", source = SOURCE)
    static boolean atMost(
            @Of({INT, LONG, DATETIME, TIMESPAN}) long left, @Of({INT, LONG, DATETIME, TIMESPAN}) long right) {
        return left <= right;
    }

    @Scalar(kql = "<=", doc = "At most: the left value compared with the right one.", source = SOURCE)
    static boolean atMost(double left, double right) {
        return left <= right;
    }

    @Scalar(kql = "<=", doc = "At most: the left value compared with the right one.", source = SOURCE)
    static boolean atMost(BigDecimal left, BigDecimal right) {
        return left.compareTo(right) <= 0;
    }

    @Scalar(kql = "<=", doc = "At most: the left value compared with the right one.", source = SOURCE)
    static boolean atMost(Utf8 left, Utf8 right) {
        return left.compareTo(right) <= 0;
    }

    @Scalar(kql = "<=", doc = "At most: the left value compared with the right one.", source = SOURCE)
    static boolean atMost(UUID left, UUID right) {
        return GuidOrder.compare(left, right) <= 0;
    }

    @Scalar(kql = ">", doc = "Greater than: the left value compared with the right one.", source = SOURCE)
    static boolean greater(boolean left, boolean right) {
        return Boolean.compare(left, right) > 0;
    }

    @Scalar(kql = ">", doc = "Greater than: the left value compared with the right one.", source = SOURCE)
    static boolean greater(
            @Of({INT, LONG, DATETIME, TIMESPAN}) long left, @Of({INT, LONG, DATETIME, TIMESPAN}) long right) {
        return left > right;
    }

    @Scalar(kql = ">", doc = "Greater than: the left value compared with the right one.", source = SOURCE)
    static boolean greater(double left, double right) {
        return left > right;
    }

    @Scalar(kql = ">", doc = "Greater than: the left value compared with the right one.", source = SOURCE)
    static boolean greater(BigDecimal left, BigDecimal right) {
        return left.compareTo(right) > 0;
    }

    @Scalar(kql = ">", doc = "Greater than: the left value compared with the right one.", source = SOURCE)
    static boolean greater(Utf8 left, Utf8 right) {
        return left.compareTo(right) > 0;
    }

    @Scalar(kql = ">", doc = "Greater than: the left value compared with the right one.", source = SOURCE)
    static boolean greater(UUID left, UUID right) {
        return GuidOrder.compare(left, right) > 0;
    }

    @Scalar(kql = ">=", doc = "At least: the left value compared with the right one.", source = SOURCE)
    static boolean atLeast(boolean left, boolean right) {
        return Boolean.compare(left, right) >= 0;
    }

    @Scalar(kql = ">=", doc = "At least: the left value compared with the right one.", source = SOURCE)
    static boolean atLeast(
            @Of({INT, LONG, DATETIME, TIMESPAN}) long left, @Of({INT, LONG, DATETIME, TIMESPAN}) long right) {
        return left >= right;
    }

    @Scalar(kql = ">=", doc = "At least: the left value compared with the right one.", source = SOURCE)
    static boolean atLeast(double left, double right) {
        return left >= right;
    }

    @Scalar(kql = ">=", doc = "At least: the left value compared with the right one.", source = SOURCE)
    static boolean atLeast(BigDecimal left, BigDecimal right) {
        return left.compareTo(right) >= 0;
    }

    @Scalar(kql = ">=", doc = "At least: the left value compared with the right one.", source = SOURCE)
    static boolean atLeast(Utf8 left, Utf8 right) {
        return left.compareTo(right) >= 0;
    }

    @Scalar(kql = ">=", doc = "At least: the left value compared with the right one.", source = SOURCE)
    static boolean atLeast(UUID left, UUID right) {
        return GuidOrder.compare(left, right) >= 0;
    }
}

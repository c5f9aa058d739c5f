package io.quarry.functions.convert;

import static io.quarry.data.Type.DATETIME;
import static io.quarry.data.Type.INT;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.processor.Of;
import io.quarry.processor.Scalar;
import java.math.BigDecimal;

/** KQL's {@code toint}: a text out of range is null, a real stops at the ends of the range, a long wraps around. */
final class ToInt {
    private static final String SOURCE = "Kusto Query Language reference, toint(); answers of the Kusto emulator";

    private ToInt() {}

    @Scalar(kql = "toint", doc = "1 for true, 0 for false.", example = "toint(true) -> int(1)", source = SOURCE)
    static int toInt(boolean value) {
        return value ? 1 : 0;
    }

    @Scalar(kql = "toint", doc = "The number; wraps around.", source = SOURCE)
    static int toInt(@Of({INT, LONG, DATETIME, TIMESPAN}) long value) {
        return (int) value;
    }

    @Scalar(
            kql = "toint",
            doc = "The number without its fraction, at the ends of the range if beyond; null for NaN and infinities.",
            example = "toint(1e19) -> int(2147483647)",
            source = SOURCE)
    @Of(INT)
    static Long toInt(double value) {
        return Double.isNaN(value) || Double.isInfinite(value) ? null : Long.valueOf((int) value);
    }

    @Scalar(kql = "toint", doc = "The number without its fraction.", source = SOURCE)
    @Of(INT)
    static Long toInt(BigDecimal value) {
        return toInt(value.doubleValue());
    }

    @Scalar(
            kql = "toint",
            doc = "The whole number that the text is.",
            example = {"toint('42') -> int(42)", "toint('2147483648') -> int(null)"},
            source = SOURCE)
    @Of(INT)
    static Long toInt(String text) {
        Long value = ToNumber.toLong(text);
        return value == null || value != value.intValue() ? null : value;
    }

    @Scalar(kql = "toint", doc = "The whole number of a dynamic value.", source = SOURCE)
    @Of(INT)
    static Long toInt(Object value) {
        if (value instanceof String text) {
            return toInt(text);
        }
        if (value instanceof Double real) {
            return toInt((double) real);
        }
        Long whole = ToNumber.toLong(value);
        return whole == null ? null : Long.valueOf(whole.intValue());
    }
}

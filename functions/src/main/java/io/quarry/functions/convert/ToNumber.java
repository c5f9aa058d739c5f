package io.quarry.functions.convert;

import static io.quarry.data.Type.DATETIME;
import static io.quarry.data.Type.INT;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.data.Dynamic;
import io.quarry.functions.number.NumberReader;
import io.quarry.processor.Of;
import io.quarry.processor.Scalar;
import java.math.BigDecimal;

/** KQL's {@code tolong}, {@code todouble} and {@code todecimal}: null for what is no such number. */
final class ToNumber {
    private static final String LONG_SOURCE = "Kusto Query Language reference, tolong()";
    private static final String REAL_SOURCE = "Kusto Query Language reference, todouble()";
    private static final String DECIMAL_SOURCE = "Kusto Query Language reference, todecimal()";

    private ToNumber() {}

    @Scalar(kql = "tolong", doc = "1 for true, 0 for false.", example = "tolong(true) -> 1", source = LONG_SOURCE)
    static long toLong(boolean value) {
        return value ? 1 : 0;
    }

    @Scalar(
            kql = "tolong",
            doc = "The number; of time, the ticks.",
            example = "tolong(1s) -> 10000000",
            source = LONG_SOURCE)
    static long toLong(@Of({INT, LONG, DATETIME, TIMESPAN}) long value) {
        return value;
    }

    @Scalar(
            kql = "tolong",
            doc = "The number without its fraction, at the ends of the range if beyond; null for NaN and infinities.",
            example = {"tolong(-1.9) -> -1", "tolong(1e19) -> 9223372036854775807"},
            source = LONG_SOURCE)
    static Long toLong(double value) {
        return Double.isNaN(value) || Double.isInfinite(value) ? null : Long.valueOf((long) value);
    }

    @Scalar(kql = "tolong", doc = "The number without its fraction.", source = LONG_SOURCE)
    static Long toLong(BigDecimal value) {
        return toLong(value.doubleValue()) == null || Math.abs(value.doubleValue()) >= 0x1p63
                ? toLong(value.doubleValue())
                : Long.valueOf(value.longValue());
    }

    @Scalar(
            kql = "tolong",
            doc = "The whole number that the text is, decimal or hexadecimal.",
            example = {"tolong(' 12 ') -> 12", "tolong('0x1F') -> 31", "tolong('3.14') -> long(null)"},
            source = LONG_SOURCE)
    static Long toLong(String text) {
        return NumberReader.readLong(text);
    }

    @Scalar(kql = "tolong", doc = "The whole number of a dynamic value.", source = LONG_SOURCE)
    static Long toLong(Object value) {
        if (value instanceof String text) {
            return toLong(text);
        }
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof Double real) {
            return toLong((double) real);
        }
        if (value instanceof Boolean bool) {
            return toLong((boolean) bool);
        }
        if (value instanceof BigDecimal decimal) {
            return toLong(decimal);
        }
        if (value instanceof Dynamic.DateTime time) {
            return time.ticks();
        }
        return value instanceof Dynamic.TimeSpan span ? Long.valueOf(span.ticks()) : null;
    }

    @Scalar(
            kql = {"todouble", "toreal"},
            doc = "1 for true, 0 for false.",
            source = REAL_SOURCE)
    static double toReal(boolean value) {
        return value ? 1 : 0;
    }

    @Scalar(
            kql = {"todouble", "toreal"},
            doc = "The number; of time, the ticks.",
            example = "todouble(3) -> 3.0",
            source = REAL_SOURCE)
    static double toReal(@Of({INT, LONG, DATETIME, TIMESPAN}) long value) {
        return value;
    }

    @Scalar(
            kql = {"todouble", "toreal"},
            doc = "The number.",
            source = REAL_SOURCE)
    static double toReal(double value) {
        return value;
    }

    @Scalar(
            kql = {"todouble", "toreal"},
            doc = "The nearest number.",
            source = REAL_SOURCE)
    static double toReal(BigDecimal value) {
        return value.doubleValue();
    }

    @Scalar(
            kql = {"todouble", "toreal"},
            doc = "The number that the text is.",
            example = {"todouble('1e3') -> 1000.0", "todouble('abc') -> real(null)"},
            source = REAL_SOURCE)
    static Double toReal(String text) {
        return NumberReader.readReal(text);
    }

    @Scalar(
            kql = {"todouble", "toreal"},
            doc = "The number of a dynamic value.",
            source = REAL_SOURCE)
    static Double toReal(Object value) {
        if (value instanceof String text) {
            return toReal(text);
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        Long whole = toLong(value);
        return whole == null ? null : Double.valueOf(whole);
    }

    @Scalar(kql = "todecimal", doc = "The number.", source = DECIMAL_SOURCE)
    static BigDecimal toDecimal(@Of({INT, LONG}) long value) {
        return BigDecimal.valueOf(value);
    }

    @Scalar(kql = "todecimal", doc = "The number; null for NaN and infinities.", source = DECIMAL_SOURCE)
    static BigDecimal toDecimal(double value) {
        return Double.isNaN(value) || Double.isInfinite(value) ? null : BigDecimal.valueOf(value);
    }

    @Scalar(kql = "todecimal", doc = "The number.", source = DECIMAL_SOURCE)
    static BigDecimal toDecimal(BigDecimal value) {
        return value;
    }

    @Scalar(kql = "todecimal", doc = "The number that the text is.", source = DECIMAL_SOURCE)
    static BigDecimal toDecimal(String text) {
        return NumberReader.readDecimal(text);
    }

    @Scalar(kql = "todecimal", doc = "The number of a dynamic value.", source = DECIMAL_SOURCE)
    static BigDecimal toDecimal(Object value) {
        if (value instanceof String text) {
            return toDecimal(text);
        }
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof Double real) {
            return toDecimal((double) real);
        }
        Long whole = toLong(value);
        return whole == null ? null : BigDecimal.valueOf(whole);
    }
}

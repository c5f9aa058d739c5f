package io.quarry.functions.compare;

import static io.quarry.data.Type.BOOL;
import static io.quarry.data.Type.DATETIME;
import static io.quarry.data.Type.DECIMAL;
import static io.quarry.data.Type.DYNAMIC;
import static io.quarry.data.Type.GUID;
import static io.quarry.data.Type.INT;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.REAL;
import static io.quarry.data.Type.STRING;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.functions.order.DynamicOrder;
import io.quarry.processor.Nulls;
import io.quarry.processor.Of;
import io.quarry.processor.Scalar;
import java.math.BigDecimal;

/** Functions that choose one of their arguments, which have one type. */
final class Choice {
    private static final String COALESCE = "Kusto Query Language reference, coalesce()";
    private static final String EXTREMES = "Kusto Query Language reference, max_of(); min_of()";

    private Choice() {}

    @Scalar(
            kql = "coalesce",
            doc = "The first argument that is not null.",
            example = "coalesce(int(null), int(2)) -> int(2)",
            source = COALESCE,
            nulls = Nulls.SEEN)
    @Of({BOOL, INT, LONG, REAL, DECIMAL, DATETIME, TIMESPAN, GUID, DYNAMIC})
    static Object coalesce(@Of({BOOL, INT, LONG, REAL, DECIMAL, DATETIME, TIMESPAN, GUID, DYNAMIC}) Object... values) {
        for (Object value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    @Scalar(
            kql = "coalesce",
            doc = "The first argument that is not empty.",
            example = "coalesce('', 'a') -> 'a'",
            source = COALESCE,
            nulls = Nulls.SEEN)
    static String coalesce(String... texts) {
        for (String text : texts) {
            if (text != null && !text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    @Scalar(
            kql = "max_of",
            doc = "The largest argument; nulls do not count, NaN wins.",
            example = "max_of(3, 7, 5) -> 7",
            source = EXTREMES,
            nulls = Nulls.SEEN)
    @Of({BOOL, INT, LONG, REAL, DECIMAL, STRING, DATETIME, TIMESPAN})
    static Object maxOf(@Of({BOOL, INT, LONG, REAL, DECIMAL, STRING, DATETIME, TIMESPAN}) Object... values) {
        Object best = null;
        for (Object value : values) {
            if (value != null && (best == null || isNaN(value) || !isNaN(best) && compare(value, best) > 0)) {
                best = value;
            }
        }
        return best;
    }

    @Scalar(
            kql = "min_of",
            doc = "The smallest argument; nulls do not count, NaN wins.",
            example = "min_of(3, 7, 5) -> 3",
            source = EXTREMES,
            nulls = Nulls.SEEN)
    @Of({BOOL, INT, LONG, REAL, DECIMAL, STRING, DATETIME, TIMESPAN})
    static Object minOf(@Of({BOOL, INT, LONG, REAL, DECIMAL, STRING, DATETIME, TIMESPAN}) Object... values) {
        Object best = null;
        for (Object value : values) {
            if (value != null && (best == null || isNaN(value) || !isNaN(best) && compare(value, best) < 0)) {
                best = value;
            }
        }
        return best;
    }

    private static boolean isNaN(Object value) {
        return value instanceof Double real && real.isNaN();
    }

    /** Two values of one type. */
    private static int compare(Object left, Object right) {
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return a.compareTo(b);
        }
        if (left instanceof Double a && right instanceof Double b) {
            return Double.compare(a, b);
        }
        return DynamicOrder.compare(left, right);
    }
}

package io.quarry.functions.compare;

import static io.quarry.data.Type.DATETIME;
import static io.quarry.data.Type.INT;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.functions.order.DynamicOrder;
import io.quarry.functions.text.Utf8;
import io.quarry.processor.Nulls;
import io.quarry.processor.Of;
import io.quarry.processor.Scalar;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.UUID;

/** KQL's {@code ==}: false if one side is null, null if both are. {@code !=} is its negation. */
final class Equality {
    private static final String DOC = "True if the values are equal; false if one is null.";
    private static final String SOURCE = "Kusto Query Language reference, Null values";

    private Equality() {}

    @Scalar(kql = "==", doc = DOC, source = SOURCE, nulls = Nulls.ONE_GIVES_FALSE)
    static boolean equal(boolean left, boolean right) {
        return left == right;
    }

    @Scalar(kql = "==", doc = DOC, source = SOURCE, nulls = Nulls.ONE_GIVES_FALSE)
    static boolean equal(
            @Of({INT, LONG, DATETIME, TIMESPAN}) long left, @Of({INT, LONG, DATETIME, TIMESPAN}) long right) {
        return left == right;
    }

    @Scalar(kql = "==", doc = DOC, source = SOURCE, nulls = Nulls.ONE_GIVES_FALSE)
    static boolean equal(double left, double right) {
        return left == right;
    }

    @Scalar(kql = "==", doc = DOC, source = SOURCE, nulls = Nulls.ONE_GIVES_FALSE)
    static boolean equal(BigDecimal left, BigDecimal right) {
        return left.compareTo(right) == 0;
    }

    @Scalar(kql = "==", doc = DOC, source = SOURCE, nulls = Nulls.ONE_GIVES_FALSE)
    static boolean equal(Utf8 left, Utf8 right) {
        return Arrays.equals(left.bytes(), left.start(), left.end(), right.bytes(), right.start(), right.end());
    }

    @Scalar(kql = "==", doc = DOC, source = SOURCE, nulls = Nulls.ONE_GIVES_FALSE)
    static boolean equal(UUID left, UUID right) {
        return left.equals(right);
    }

    @Scalar(kql = "==", doc = DOC, source = SOURCE, nulls = Nulls.ONE_GIVES_FALSE)
    static boolean equal(Object left, Object right) {
        return DynamicOrder.equal(left, right);
    }
}

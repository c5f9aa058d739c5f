package io.quarry.functions.compare;

import static io.quarry.data.Type.BOOL;
import static io.quarry.data.Type.DATETIME;
import static io.quarry.data.Type.DECIMAL;
import static io.quarry.data.Type.DYNAMIC;
import static io.quarry.data.Type.GUID;
import static io.quarry.data.Type.INT;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.REAL;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.functions.text.Utf8;
import io.quarry.processor.Nulls;
import io.quarry.processor.Of;
import io.quarry.processor.Scalar;

/** KQL's tests for null and for empty text. A text is never null there. */
final class Presence {
    private static final String SOURCE = "Kusto Query Language reference, isnull(); isempty()";

    private Presence() {}

    @Scalar(
            kql = "isnull",
            doc = "True if the value is null; false for any text.",
            example = "isnull(int(null)) -> true",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static boolean isNull(@Of({BOOL, INT, LONG, REAL, DECIMAL, DATETIME, TIMESPAN, GUID, DYNAMIC}) Object value) {
        return value == null;
    }

    @Scalar(
            kql = "isnull",
            doc = "False: a text is never null.",
            example = "isnull('') -> false",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static boolean isNull(Utf8 text) {
        return false;
    }

    @Scalar(
            kql = {"isnotnull", "notnull"},
            doc = "True if the value is not null; true for any text.",
            example = "isnotnull(1) -> true",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static boolean isNotNull(@Of({BOOL, INT, LONG, REAL, DECIMAL, DATETIME, TIMESPAN, GUID, DYNAMIC}) Object value) {
        return value != null;
    }

    @Scalar(
            kql = {"isnotnull", "notnull"},
            doc = "True: a text is never null.",
            example = "isnotnull('') -> true",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static boolean isNotNull(Utf8 text) {
        return true;
    }

    @Scalar(kql = "isempty", doc = "True if the value is null or the empty text.", source = SOURCE, nulls = Nulls.SEEN)
    static boolean isEmpty(@Of({BOOL, INT, LONG, REAL, DECIMAL, DATETIME, TIMESPAN, GUID, DYNAMIC}) Object value) {
        return value == null || value.equals("");
    }

    @Scalar(
            kql = "isempty",
            doc = "True if the text is empty.",
            example = {"isempty('') -> true", "isempty(' ') -> false"},
            source = SOURCE,
            nulls = Nulls.SEEN)
    static boolean isEmpty(Utf8 text) {
        return text == null || text.length() == 0;
    }

    @Scalar(
            kql = {"isnotempty", "notempty"},
            doc = "True if the value is neither null nor the empty text.",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static boolean isNotEmpty(@Of({BOOL, INT, LONG, REAL, DECIMAL, DATETIME, TIMESPAN, GUID, DYNAMIC}) Object value) {
        return !isEmpty(value);
    }

    @Scalar(
            kql = {"isnotempty", "notempty"},
            doc = "True if the text is not empty.",
            example = "isnotempty('a') -> true",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static boolean isNotEmpty(Utf8 text) {
        return !isEmpty(text);
    }
}

package io.quarry.functions.convert;

import static io.quarry.data.Type.BOOL;
import static io.quarry.data.Type.DATETIME;
import static io.quarry.data.Type.DECIMAL;
import static io.quarry.data.Type.GUID;
import static io.quarry.data.Type.INT;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.REAL;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.functions.json.DynamicText;
import io.quarry.functions.text.Utf8;
import io.quarry.processor.Nulls;
import io.quarry.processor.Of;
import io.quarry.processor.Scalar;

/** How many bytes a value takes; of a null as many as of any other value of its type. */
final class DataSize {
    private static final String SOURCE = "Kusto Query Language reference, estimate_data_size()";

    private DataSize() {}

    @Scalar(
            kql = "estimate_data_size",
            doc = "Bytes of a truth value.",
            example = "estimate_data_size(true) -> 1",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static long ofBool(@Of(BOOL) Boolean value) {
        return 1;
    }

    @Scalar(kql = "estimate_data_size", doc = "Bytes of an int.", source = SOURCE, nulls = Nulls.SEEN)
    static long ofInt(@Of(INT) Long value) {
        return Integer.BYTES;
    }

    @Scalar(
            kql = "estimate_data_size",
            doc = "Bytes of a number or time.",
            example = "estimate_data_size(1) -> 8",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static long ofNumber(@Of({LONG, REAL, DATETIME, TIMESPAN}) Object value) {
        return Long.BYTES;
    }

    @Scalar(kql = "estimate_data_size", doc = "Bytes of a decimal or guid.", source = SOURCE, nulls = Nulls.SEEN)
    static long ofLong(@Of({DECIMAL, GUID}) Object value) {
        return 2 * Long.BYTES;
    }

    @Scalar(
            kql = "estimate_data_size",
            doc = "Bytes of the text in UTF-8.",
            example = "estimate_data_size('1234567890') -> 10",
            source = SOURCE)
    static long ofText(Utf8 text) {
        return text.end() - text.start();
    }

    @Scalar(
            kql = "estimate_data_size",
            doc = "Bytes of the value's JSON text in UTF-8.",
            example = "estimate_data_size(dynamic([1,2])) -> 5",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static long ofDynamic(Object value) {
        return Utf8.of(DynamicText.json(value)).bytes().length;
    }
}

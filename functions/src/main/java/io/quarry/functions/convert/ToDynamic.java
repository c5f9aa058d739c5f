package io.quarry.functions.convert;

import static io.quarry.data.Type.BOOL;
import static io.quarry.data.Type.DECIMAL;
import static io.quarry.data.Type.DYNAMIC;
import static io.quarry.data.Type.GUID;
import static io.quarry.data.Type.INT;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.REAL;
import static io.quarry.data.Type.STRING;

import io.quarry.data.Dynamic;
import io.quarry.data.Type;
import io.quarry.functions.json.Json;
import io.quarry.processor.Of;
import io.quarry.processor.Scalar;

/**
 * Dynamic values from others. {@code as dynamic} is no function that a query can name: a front end calls it where a value of
 * any type becomes a dynamic one, as the arguments of {@code pack_array} do.
 */
final class ToDynamic {
    private static final String SOURCE = "Kusto Query Language reference, parse_json()";

    private ToDynamic() {}

    @Scalar(
            kql = {"parse_json", "todynamic", "toobject", "parsejson"},
            doc = "The value of JSON text; a text that is not JSON stays a text, an empty one is null.",
            example = {
                "parse_json('{\"a\":[1,2.5]}') -> dynamic({\"a\":[1,2.5]})",
                "parse_json('plain') -> dynamic('plain')",
                "parse_json('') -> dynamic(null)"
            },
            source = SOURCE)
    static Object parseJson(String text) {
        if (text.isEmpty()) {
            return null;
        }
        return Json.read(text).orElseGet(() -> new Json.Value(text)).value();
    }

    @Scalar(
            kql = {"parse_json", "todynamic", "toobject", "parsejson"},
            doc = "The dynamic value.",
            source = SOURCE)
    static Object parseJson(Object value) {
        return value;
    }

    @Scalar(kql = "as dynamic", doc = "The value as a dynamic one.")
    static Object asDynamic(@Of({BOOL, INT, LONG, REAL, DECIMAL, STRING, GUID, DYNAMIC}) Object value) {
        return value;
    }

    @Scalar(kql = "as dynamic", doc = "The value as a dynamic one.")
    static Object datetimeAsDynamic(@Of(Type.DATETIME) long value) {
        return new Dynamic.DateTime(value);
    }

    @Scalar(kql = "as dynamic", doc = "The value as a dynamic one.")
    static Object timespanAsDynamic(@Of(Type.TIMESPAN) long value) {
        return new Dynamic.TimeSpan(value);
    }
}

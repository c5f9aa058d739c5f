package io.quarry.functions.json;

import io.quarry.processor.Scalar;

/** Values inside JSON text. */
final class JsonText {
    private JsonText() {}

    @Scalar(
            kql = {"extract_json", "extractjson"},
            doc = "Text of the value at a path of JSON text; empty if there is none.",
            example = "extract_json('$.a[1]', '{\"a\":[1,\"x\"]}') -> 'x'",
            source = "Kusto Query Language reference, extract_json()")
    static String extract(JsonPath path, String text) {
        return Json.read(text)
                .map(json -> DynamicText.of(path.in(json.value())))
                .orElse("");
    }
}

package io.quarry.functions.parse;

import io.quarry.data.Type;
import io.quarry.functions.convert.TextReading;
import io.quarry.processor.Scalar;
import java.util.List;

/** What {@code parse} takes out of a text: an array of texts in the order of the columns; null if the text does not match. */
final class Parsing {
    private static final String SOURCE = "Kusto Query Language reference, parse operator";

    private Parsing() {}

    @Scalar(
            kql = "parse simple",
            doc = "The captures of a pattern, if all of them are values of their types.",
            source = SOURCE)
    static Object simple(TextPattern pattern, String text) {
        return pattern.match(text)
                .filter(captured -> areReadable(captured, pattern.types()))
                .orElse(null);
    }

    @Scalar(kql = "parse relaxed", doc = "The captures of a pattern, whatever their types.", source = SOURCE)
    static Object relaxed(TextPattern pattern, String text) {
        return pattern.match(text).orElse(null);
    }

    @Scalar(
            kql = "parse regex",
            doc = "The captures between regular expressions, if all of them are values of their types.",
            source = SOURCE)
    static Object regex(RegexPattern pattern, String text) {
        return pattern.match(text)
                .filter(captured -> areReadable(captured, pattern.types()))
                .orElse(null);
    }

    @Scalar(
            kql = "parse kv",
            doc = "The values of keys in a text, an array with null for each that is not there.",
            source = "Kusto Query Language reference, parse-kv operator")
    static Object keyValues(KeyValues pattern, String text) {
        return pattern.values(text);
    }

    private static boolean areReadable(List<String> captured, List<Type> types) {
        for (int i = 0; i < captured.size(); i++) {
            if (!TextReading.isReadable(captured.get(i), types.get(i))) {
                return false;
            }
        }
        return true;
    }
}

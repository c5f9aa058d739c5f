package io.quarry.telemetry.json;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads objects out of JSON text. */
final class JsonTree {
    static final JsonFactory FACTORY = new JsonFactory();

    private JsonTree() {}

    /**
     * The object that the UTF-8 bytes hold; an empty one if they hold another value.
     *
     * @throws JacksonException if they are no JSON
     */
    static JsonObject parse(byte[] bytes, int length) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, 0, length)) {
            parser.nextToken();
            return object(parser);
        }
    }

    private static JsonObject object(JsonParser parser) {
        JsonObject object = new JsonObject();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            object.add(name, value(parser, parser.nextToken()));
        }
        return object;
    }

    /** Nesting is bounded by the parser. */
    private static Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_NULL -> null;
            case VALUE_STRING -> paired(parser.getString());
            default -> parser.getString();
        };
    }

    private static List<Object> array(JsonParser parser) {
        List<Object> array = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(parser, token));
        }
        return array;
    }

    /** The text, with U+FFFD for a surrogate without its partner: an escape can write one, no encoding can. */
    private static String paired(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }
}

package io.quarry.functions.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the JSON that most texts hold, without the fixed cost of a parser for each: texts without escapes, numbers of few
 * digits without exponents, little nesting. It accepts nothing that {@link Json} refuses, and what it does not accept it
 * leaves to that.
 */
final class PlainJson {
    private static final int MOST_DIGITS = 18;
    private static final int DEEPEST = 64;
    private static final int LONGEST_KEY = 1000;

    /** No value, since null is one. */
    private static final Object NOT_PLAIN = new Object();

    private final String text;
    private int at;
    private int depth;

    private PlainJson(String text) {
        this.text = text;
    }

    /** The value; empty if the text is not JSON, or not plain. */
    static Optional<Json.Value> read(String text) {
        PlainJson reader = new PlainJson(text);
        Object value = reader.value();
        reader.skipBlanks();
        return value == NOT_PLAIN || reader.at < text.length() ? Optional.empty() : Optional.of(new Json.Value(value));
    }

    private Object value() {
        skipBlanks();
        return switch (next()) {
            case '{' -> nested('}');
            case '[' -> nested(']');
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Object nested(char close) {
        if (depth == DEEPEST) {
            return NOT_PLAIN;
        }
        depth++;
        at++;
        Object value = close == '}' ? bag() : array();
        depth--;
        return value;
    }

    private Object array() {
        List<Object> array = new ArrayList<>();
        if (skips(']')) {
            return array;
        }
        do {
            Object element = value();
            if (element == NOT_PLAIN) {
                return NOT_PLAIN;
            }
            array.add(element);
        } while (skips(','));
        return skips(']') ? array : NOT_PLAIN;
    }

    private Object bag() {
        Map<String, Object> bag = new LinkedHashMap<>();
        if (skips('}')) {
            return bag;
        }
        do {
            skipBlanks();
            Object key = next() == '"' ? string() : NOT_PLAIN;
            Object value =
                    key instanceof String name && name.length() <= LONGEST_KEY && skips(':') ? value() : NOT_PLAIN;
            if (value == NOT_PLAIN) {
                return NOT_PLAIN;
            }
            bag.put((String) key, value);
        } while (skips(','));
        return skips('}') ? bag : NOT_PLAIN;
    }

    private Object string() {
        int start = at + 1;
        for (int end = start; end < text.length(); end++) {
            char unit = text.charAt(end);
            if (unit == '"') {
                at = end + 1;
                return text.substring(start, end);
            }
            if (unit == '\\' || unit < ' ') {
                return NOT_PLAIN;
            }
        }
        return NOT_PLAIN;
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            return NOT_PLAIN;
        }
        at += word.length();
        return value;
    }

    private Object number() {
        int start = at;
        at += next() == '-' ? 1 : 0;
        int whole = digits();
        if (whole == 0 || whole > 1 && text.charAt(at - whole) == '0') {
            return NOT_PLAIN;
        }
        int fraction = 0;
        boolean isReal = next() == '.';
        if (isReal) {
            at++;
            fraction = digits();
        }
        if (whole + fraction > MOST_DIGITS || isReal && fraction == 0) {
            return NOT_PLAIN;
        }
        String number = text.substring(start, at);
        return isReal ? (Object) Double.valueOf(number) : (Object) Long.valueOf(number);
    }

    /** Steps over digits and says how many they are. */
    private int digits() {
        int start = at;
        while (next() >= '0' && next() <= '9') {
            at++;
        }
        return at - start;
    }

    /** Steps over blanks, and over the character if it comes next. */
    private boolean skips(char wanted) {
        skipBlanks();
        boolean isNext = at < text.length() && text.charAt(at) == wanted;
        at += isNext ? 1 : 0;
        return isNext;
    }

    private void skipBlanks() {
        while (next() == ' ' || next() == '\t' || next() == '\n' || next() == '\r') {
            at++;
        }
    }

    /** The next character; NUL, which no value begins with, at the end. */
    private char next() {
        return at < text.length() ? text.charAt(at) : 0;
    }
}

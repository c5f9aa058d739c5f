package io.quarry.functions.json;

import io.quarry.data.Dynamic;
import io.quarry.data.Ticks;
import io.quarry.functions.number.RealText;
import io.quarry.functions.time.TimespanText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The text of dynamic values: JSON without blanks. What is no array and no bag has the text of its value, without the quotes
 * that JSON puts around it.
 *
 * <p>Source: Kusto Query Language reference, tostring(); answers of the Kusto emulator for numbers and truth values. That a
 * point in time, a span, an id and a decimal have no quotes, as a text has none, is our reading.
 */
public final class DynamicText {
    private DynamicText() {}

    /** The text of a value; of null, the empty text. */
    public static String of(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> || value instanceof Map<?, ?>) {
            return json(value);
        }
        return value instanceof Double real ? RealText.of(real) : bare(value);
    }

    /** The texts of the elements of an array, without its nulls; of any other value, its own text. */
    public static List<String> elements(Object list) {
        List<String> texts = new ArrayList<>();
        for (Object element : list instanceof List<?> elements ? elements : List.of(list)) {
            if (element != null) {
                texts.add(of(element));
            }
        }
        return texts;
    }

    /** The value as JSON: texts are quoted, null is {@code null}. */
    public static String json(Object value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(Object value, StringBuilder text) {
        if (value instanceof List<?> array) {
            writeArray(array, text);
        } else if (value instanceof Map<?, ?> bag) {
            writeBag(bag, text);
        } else if (value instanceof Double real) {
            writeReal(real, text);
        } else if (value == null || value instanceof Long || value instanceof Boolean) {
            text.append(value);
        } else {
            quote(bare(value), text);
        }
    }

    /** The text of a value that is no real number, array or bag. */
    private static String bare(Object value) {
        if (value instanceof Dynamic.DateTime time) {
            return Ticks.format(time.ticks());
        }
        if (value instanceof Dynamic.TimeSpan span) {
            return TimespanText.of(span.ticks());
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    private static void writeArray(List<?> array, StringBuilder text) {
        text.append('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            write(array.get(i), text);
        }
        text.append(']');
    }

    private static void writeBag(Map<?, ?> bag, StringBuilder text) {
        text.append('{');
        boolean isFirst = true;
        for (Map.Entry<?, ?> entry : bag.entrySet()) {
            if (!isFirst) {
                text.append(',');
            }
            isFirst = false;
            quote((String) entry.getKey(), text);
            text.append(':');
            write(entry.getValue(), text);
        }
        text.append('}');
    }

    /** JSON has no infinities; they are written as texts. */
    private static void writeReal(double real, StringBuilder text) {
        if (Double.isFinite(real)) {
            text.append(RealText.of(real));
        } else {
            quote(RealText.of(real), text);
        }
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                default -> {
                    if (c < ' ') {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}

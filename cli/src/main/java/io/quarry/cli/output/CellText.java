package io.quarry.cli.output;

import io.quarry.data.Dynamic;
import io.quarry.data.Ticks;
import io.quarry.data.Type;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** Values as text and as JSON. */
public final class CellText {
    private static final JsonFactory JSON = new JsonFactory();

    private CellText() {}

    /** The text of a boxed value: times in ISO 8601, timespans as {@code d.hh:mm:ss}, dynamic as JSON; null is empty. */
    public static String of(Type type, Object value) {
        if (value == null) {
            return "";
        }
        return switch (type) {
            case DATETIME -> Ticks.format((Long) value);
            case TIMESPAN -> timespan((Long) value);
            case DECIMAL -> ((BigDecimal) value).toPlainString();
            case DYNAMIC -> value instanceof String text ? text : json(value);
            case BOOL, INT, LONG, REAL, STRING, GUID -> value.toString();
        };
    }

    /** Writes a boxed value as JSON. Numbers stay numbers; what JSON has no form for becomes text. */
    public static void write(JsonGenerator out, Type type, Object value) {
        if (value == null) {
            out.writeNull();
            return;
        }
        switch (type) {
            case BOOL -> out.writeBoolean((Boolean) value);
            case INT, LONG -> out.writeNumber((Long) value);
            case REAL -> real(out, (Double) value);
            case DECIMAL -> out.writeNumber((BigDecimal) value);
            case DYNAMIC -> tree(out, value);
            case STRING, DATETIME, TIMESPAN, GUID -> out.writeString(of(type, value));
        }
    }

    private static String json(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), text)) {
            tree(out, value);
        }
        return text.toString();
    }

    private static void tree(JsonGenerator out, Object value) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof Double number) {
            real(out, number);
        } else if (value instanceof BigDecimal number) {
            out.writeNumber(number);
        } else if (value instanceof List<?> array) {
            out.writeStartArray();
            array.forEach(element -> tree(out, element));
            out.writeEndArray();
        } else if (value instanceof Map<?, ?> bag) {
            out.writeStartObject();
            bag.forEach((key, member) -> {
                out.writeName((String) key);
                tree(out, member);
            });
            out.writeEndObject();
        } else if (value instanceof Dynamic.DateTime time) {
            out.writeString(Ticks.format(time.ticks()));
        } else if (value instanceof Dynamic.TimeSpan span) {
            out.writeString(timespan(span.ticks()));
        } else {
            out.writeString(value.toString());
        }
    }

    private static void real(JsonGenerator out, double number) {
        if (Double.isFinite(number)) {
            out.writeNumber(number);
        } else {
            out.writeString(Double.toString(number));
        }
    }

    private static String timespan(long ticks) {
        StringBuilder out = new StringBuilder(ticks < 0 ? "-" : "");
        long days = Math.abs(ticks / Ticks.PER_DAY);
        long rest = Math.abs(ticks % Ticks.PER_DAY);
        if (days > 0) {
            out.append(days).append('.');
        }
        out.append(String.format(
                java.util.Locale.ROOT,
                "%02d:%02d:%02d",
                rest / Ticks.PER_HOUR,
                rest / Ticks.PER_MINUTE % 60,
                rest / Ticks.PER_SECOND % 60));
        if (rest % Ticks.PER_SECOND != 0) {
            out.append(String.format(java.util.Locale.ROOT, ".%07d", rest % Ticks.PER_SECOND));
        }
        return out.toString();
    }
}

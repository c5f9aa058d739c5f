package io.quarry.telemetry.view;

import io.quarry.data.Type;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The value of an {@link EventExpression} as a value of a column's type. */
final class Conversion {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

    private Conversion() {}

    /**
     * The value as that type; null if it is null or says nothing of that type.
     *
     * @throws IllegalStateException if no value of that class can be of the type: the view and the catalogue disagree
     */
    static Object to(Type type, Object value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case STRING -> text(value);
            case INT, LONG -> number(type, value);
            case DATETIME, TIMESPAN -> expect(Long.class, type, value);
            case BOOL -> bool(value);
            case REAL -> value instanceof Long number ? (Object) number.doubleValue() : real(value);
            case DYNAMIC -> value;
            case DECIMAL, GUID -> throw mismatch(type, value);
        };
    }

    private static String text(Object value) {
        return value instanceof Map || value instanceof List ? JsonText.of(value) : value.toString();
    }

    private static Long number(Type type, Object value) {
        Long number = value instanceof String text ? FieldText.number(text) : expect(Long.class, type, value);
        boolean fits = number == null || type == Type.LONG || number == number.intValue();
        return fits ? number : null;
    }

    private static Boolean bool(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        String text = value.toString();
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        return text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
    }

    /** A decimal number; what else Java reads as one, such as {@code 12f} or {@code NaN}, is none. */
    private static Double real(Object value) {
        String text = value.toString();
        if (!DECIMAL.matcher(text).matches()) {
            return null;
        }
        double number = Double.parseDouble(text);
        return Double.isInfinite(number) ? null : (Double) number;
    }

    private static <T> T expect(Class<T> wanted, Type type, Object value) {
        if (!wanted.isInstance(value)) {
            throw mismatch(type, value);
        }
        return wanted.cast(value);
    }

    private static IllegalStateException mismatch(Type type, Object value) {
        return new IllegalStateException("a view gives " + value.getClass().getSimpleName() + " '" + value
                + "' for a column of type " + type.label());
    }
}

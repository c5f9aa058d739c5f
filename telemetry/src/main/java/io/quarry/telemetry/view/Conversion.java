package io.quarry.telemetry.view;

import io.quarry.data.Type;
import java.util.List;
import java.util.Map;

/** The value of an {@link EventExpression} as a value of a column's type. */
final class Conversion {
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

    private static Double real(Object value) {
        try {
            return Double.valueOf(value.toString());
        } catch (NumberFormatException e) {
            return null;
        }
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

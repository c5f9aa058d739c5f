package io.quarry.bench.conformance;

import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Compares rows with printed ones: values, not spellings. */
final class CellComparison {
    private static final double TOLERANCE = 1e-9;

    private CellComparison() {}

    static boolean sameRows(KqlCase expected, Schema schema, List<List<Object>> rows) {
        if (expected.rows().size() != rows.size()) {
            return false;
        }
        List<List<Object>> left = new ArrayList<>(rows);
        for (int i = 0; i < expected.rows().size(); i++) {
            List<String> row = expected.rows().get(i);
            if (expected.order() == KqlCase.Order.ORDERED) {
                if (!same(row, schema, rows.get(i))) {
                    return false;
                }
            } else if (!removeSame(row, schema, left)) {
                return false;
            }
        }
        return true;
    }

    private static boolean removeSame(List<String> expected, Schema schema, List<List<Object>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (same(expected, schema, rows.get(i))) {
                rows.remove(i);
                return true;
            }
        }
        return false;
    }

    private static boolean same(List<String> expected, Schema schema, List<Object> row) {
        for (int i = 0; i < row.size(); i++) {
            if (!same(expected.get(i), schema.type(i), row.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(String expected, Type type, Object value) {
        if (value == null || value.equals("") || expected == null || expected.isEmpty()) {
            boolean none = expected == null
                    || expected.isEmpty()
                    || expected.equals("null")
                    || type == Type.DYNAMIC && expected.equals("\"\"");
            return none && (value == null || value.equals(""));
        }
        return switch (type) {
            case STRING -> expected.equals(value) || expected.strip().equals(((String) value).strip());
            case BOOL ->
                value.equals(expected.equals("1")
                        || expected.toLowerCase(Locale.ROOT).equals("true"));
            case INT, LONG ->
                expected.replace(",", "").equals(value.toString())
                        || sameNumber(expected, ((Long) value).doubleValue());
            case REAL -> sameNumber(expected, (Double) value);
            case DECIMAL -> sameNumber(expected, ((Number) value).doubleValue());
            case DATETIME, TIMESPAN -> value.equals(converted("to" + type.label(), expected));
            case GUID -> expected.equalsIgnoreCase(value.toString());
            case DYNAMIC ->
                expected.equals(text(value))
                        || sameTree(
                                converted("parse_json", "[" + expected + "]"),
                                converted("parse_json", text(List.of(value))));
        };
    }

    private static boolean sameNumber(String expected, double value) {
        double number;
        try {
            number = Double.parseDouble(expected.replace(",", "").replace("inf", "Infinity"));
        } catch (NumberFormatException e) {
            return false;
        }
        if (Double.compare(number, value) == 0) {
            return true;
        }
        int point = expected.indexOf('.');
        double printed = point < 0 ? 0 : 0.5 * Math.pow(10, -(expected.length() - point - 1));
        return Math.abs(number - value) <= Math.max(TOLERANCE * Math.abs(number), Math.min(printed, 1e-4));
    }

    private static Object converted(String function, String text) {
        return Functions.scalar(Language.KQL, function, List.of(Type.STRING))
                .orElseThrow()
                .apply(new Object[] {text});
    }

    private static String text(Object dynamic) {
        return (String) Functions.scalar(Language.KQL, "tostring", List.of(Type.DYNAMIC))
                .orElseThrow()
                .apply(new Object[] {dynamic});
    }

    private static boolean sameTree(Object left, Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return Math.abs(a.doubleValue() - b.doubleValue()) <= TOLERANCE * Math.abs(a.doubleValue());
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            boolean same = a.size() == b.size();
            for (int i = 0; same && i < a.size(); i++) {
                same = sameTree(a.get(i), b.get(i));
            }
            return same;
        }
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return a.keySet().equals(b.keySet())
                    && a.keySet().stream().allMatch(key -> sameTree(a.get(key), b.get(key)));
        }
        return Objects.equals(left, right);
    }
}

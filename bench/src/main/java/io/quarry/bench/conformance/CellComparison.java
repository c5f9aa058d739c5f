package io.quarry.bench.conformance;

import io.quarry.data.Dynamic;
import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
        if (expected.size() != row.size()) {
            return false;
        }
        for (int i = 0; i < row.size(); i++) {
            if (!same(expected.get(i), schema.type(i), row.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(String expected, Type type, Object value) {
        if (value == null || value.equals("") || isNothing(expected)) {
            return isNothing(expected) && (value == null || isBlank(value))
                    || type == Type.STRING && Objects.equals(expected, value);
        }
        return switch (type) {
            case STRING -> sameText(expected, (String) value);
            case BOOL -> sameBool(expected, (Boolean) value);
            case INT, LONG ->
                expected.replace(",", "").equals(value.toString())
                        || sameNumber(expected, ((Long) value).doubleValue());
            case REAL -> sameNumber(expected, (Double) value);
            case DECIMAL -> sameNumber(expected, ((Number) value).doubleValue());
            case DATETIME, TIMESPAN -> value.equals(time(type, expected));
            case GUID -> expected.equalsIgnoreCase(value.toString());
            case DYNAMIC -> sameDynamic(expected, value);
        };
    }

    private static boolean isNothing(String cell) {
        return cell == null || List.of("", "null", "(null)", "\"\"").contains(cell.strip());
    }

    private static boolean isBlank(Object value) {
        return value instanceof String text && text.isBlank();
    }

    /** Cells have lost their outer blanks, and pages print a blank that does not break as any other; some print quotes, or
     * several lines in one. */
    private static boolean sameText(String expected, String value) {
        String cell = plain(expected);
        boolean isOneLine = value.contains("\n") && !expected.contains("\n");
        return isOneLine && cell.equals(plain(value.replaceAll("\\s+", " ")))
                || cell.equals(plain(value))
                || cell.equals(plain('"' + value + '"'))
                || cell.equals(plain("'" + value + "'"));
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').strip();
    }

    private static boolean sameBool(String expected, boolean value) {
        return value
                == (expected.equals("1") || expected.toLowerCase(Locale.ROOT).equals("true"));
    }

    private static boolean sameNumber(String expected, double value) {
        double number;
        try {
            number = Double.parseDouble(expected.replace(",", "").replace("inf", "Infinity"));
        } catch (NumberFormatException e) {
            return false;
        }
        if (Double.compare(number, value) == 0 || number == value) {
            return true;
        }
        return Math.abs(number - value) <= Math.max(TOLERANCE * Math.abs(number), lastDigit(expected));
    }

    /** Half a unit of the last digit after the point that is printed; 0 where there is none. */
    private static double lastDigit(String printed) {
        int point = printed.indexOf('.');
        boolean isPlain = point >= 0 && printed.substring(point + 1).chars().allMatch(Character::isDigit);
        return isPlain ? 0.5000001 * Math.pow(10, -(printed.length() - point - 1)) : 0;
    }

    /** Pages print times as the service does, and as people write them: {@code 1/31/2020, 12:00:00.000 AM}. */
    private static Object time(Type type, String text) {
        return Functions.scalar(Language.KQL, "to" + type.label(), List.of(Type.STRING))
                .orElseThrow()
                .apply(new Object[] {text.replace(", ", " ").strip()});
    }

    private static String text(Object dynamic) {
        return (String) Functions.scalar(Language.KQL, "tostring", List.of(Type.DYNAMIC))
                .orElseThrow()
                .apply(new Object[] {dynamic});
    }

    private static boolean sameDynamic(String expected, Object value) {
        if (expected.strip().equals(text(value).strip())) {
            return true;
        }
        Optional<Object> printed = PrintedDynamic.read(expected);
        return printed.isPresent() && sameTree(printed.get(), value);
    }

    private static boolean sameTree(Object printed, Object value) {
        if (printed instanceof PrintedDynamic.Word word) {
            return sameLeaf(word.text(), value) || value instanceof String text && sameText(word.text(), text);
        }
        if (printed instanceof String text) {
            return value instanceof String found ? sameText(text, found) : sameLeaf(text, value);
        }
        if (printed instanceof List<?> a && value instanceof List<?> b) {
            boolean same = a.size() == b.size();
            for (int i = 0; same && i < a.size(); i++) {
                same = sameTree(a.get(i), b.get(i));
            }
            return same;
        }
        return printed instanceof Map<?, ?> a
                && value instanceof Map<?, ?> b
                && a.keySet().equals(b.keySet())
                && a.keySet().stream().allMatch(key -> sameTree(a.get(key), b.get(key)));
    }

    private static boolean sameLeaf(String printed, Object value) {
        if (value == null) {
            return isNothing(printed);
        }
        if (value instanceof Boolean truth) {
            return sameBool(printed, truth);
        }
        if (value instanceof Number number) {
            return sameNumber(printed, number.doubleValue());
        }
        if (value instanceof Dynamic.DateTime time) {
            return Objects.equals(time(Type.DATETIME, printed), time.ticks());
        }
        if (value instanceof Dynamic.TimeSpan span) {
            return Objects.equals(time(Type.TIMESPAN, printed), span.ticks());
        }
        return printed.equalsIgnoreCase(value.toString());
    }
}

package io.quarry.testing.qt;

import io.quarry.data.Ticks;
import io.quarry.data.Type;
import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.plan.ExprText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Values as test files write them, separated by commas. The column's type is known, so they need little: {@code null};
 * {@code true}; {@code 12}; {@code 1.5}, {@code NaN}, {@code Infinity}; {@code 2024-01-01T10:00:00Z};
 * {@code 1.02:03:04.5} (or {@code 5m}); a guid; JSON for dynamic; text bare, or in single quotes with {@code \\ \' \n \r \t
 * \}{@code uXXXX} where it is empty, reads {@code null}, or holds quotes, commas, backslashes, blanks at an end or control
 * characters. Wrapping a value in its type, {@code datetime(2024-01-01)}, is allowed.
 */
final class Cells {
    private Cells() {}

    /** The cells of a line, without the blanks around them. */
    static List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            } else if (c == ',' && depth == 0) {
                cells.add(line.substring(start, i).strip());
                start = i + 1;
            }
        }
        cells.add(line.substring(start).strip());
        return cells;
    }

    /**
     * The boxed value, or null.
     *
     * @throws IllegalArgumentException if the text is no value of the type
     */
    static Object read(Type type, String cell) {
        if (cell.equals("null")) {
            return null;
        }
        String bare = unwrapped(type, cell);
        Object value =
                switch (type) {
                    case BOOL -> bare.equals("true") ? Boolean.TRUE : bare.equals("false") ? Boolean.FALSE : null;
                    case INT, LONG -> Long.valueOf(bare);
                    case REAL -> Double.valueOf(bare);
                    case DECIMAL -> new BigDecimal(bare);
                    case STRING -> bare.startsWith("'") ? unquoted(bare) : bare;
                    case DATETIME -> converted("todatetime", bare);
                    case TIMESPAN -> converted("totimespan", bare);
                    case GUID -> UUID.fromString(bare);
                    case DYNAMIC -> converted("parse_json", bare);
                };
        if (value == null && !bare.equals("null")) {
            throw new IllegalArgumentException("no " + type.label() + ": " + cell);
        }
        return value;
    }

    /** The cell that {@link #read} takes for the value. */
    static String print(Type type, Object value) {
        if (value == null) {
            return "null";
        }
        return switch (type) {
            case BOOL, INT, LONG, REAL, GUID -> value.toString();
            case DECIMAL -> ((BigDecimal) value).toPlainString();
            case STRING -> isPlain((String) value) ? (String) value : ExprText.of(type, value);
            case DATETIME -> Ticks.format((Long) value).replaceFirst("\\.?0*Z$", "Z");
            case TIMESPAN -> ExprText.span((Long) value);
            case DYNAMIC -> json(value);
        };
    }

    private static String unwrapped(Type type, String cell) {
        String head = type.label() + "(";
        return cell.startsWith(head) && cell.endsWith(")") ? cell.substring(head.length(), cell.length() - 1) : cell;
    }

    private static boolean isPlain(String text) {
        return !text.isEmpty()
                && text.equals(text.strip())
                && !text.equals("null")
                && !text.startsWith("#")
                && text.chars()
                        .noneMatch(c -> c == '\'' || c == '"' || c == '\\' || c == ',' || Character.isISOControl(c))
                && text.chars().noneMatch(c -> "()[]{}".indexOf(c) >= 0);
    }

    private static String unquoted(String quoted) {
        if (quoted.length() < 2 || !quoted.endsWith("'")) {
            throw new IllegalArgumentException("no end of text: " + quoted);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escaped = quoted.charAt(++i);
            switch (escaped) {
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append((char) Integer.parseInt(quoted.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> text.append(escaped);
            }
        }
        return text.toString();
    }

    /** A dynamic value as JSON, which is how an array writes its elements. */
    private static String json(Object value) {
        String array = (String) converted("tostring", List.of(value));
        return array.substring(1, array.length() - 1);
    }

    private static Object converted(String function, Object value) {
        Type type = value instanceof String ? Type.STRING : Type.DYNAMIC;
        return Functions.scalar(Language.KQL, function, List.of(type))
                .orElseThrow(() -> new IllegalStateException("no function " + function))
                .apply(new Object[] {value});
    }
}

package io.quarry.plan;

import io.quarry.data.Dynamic;
import io.quarry.data.Schema;
import io.quarry.data.Ticks;
import io.quarry.data.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Prints expressions for people: columns by name, operators between their operands, texts in single quotes. The same text
 * for the same expression, but no language reads it back.
 */
public final class ExprText implements Expr.Visitor<String> {
    /** The words that are written between their operands. */
    private static final Set<String> WORDS = Set.of(
            "has",
            "has_cs",
            "hasprefix",
            "hasprefix_cs",
            "hassuffix",
            "hassuffix_cs",
            "contains",
            "contains_cs",
            "startswith",
            "startswith_cs",
            "endswith",
            "endswith_cs",
            "in",
            "in~",
            "has_any",
            "has_all",
            "LIKE",
            "ILIKE",
            "MATCHES",
            "IMATCHES");

    private final Schema columns;

    private ExprText(Schema columns) {
        this.columns = columns;
    }

    /** The expression over an input of these columns. */
    public static String of(Expr expr, Schema columns) {
        return expr.accept(new ExprText(columns));
    }

    /** A boxed value of that type, or null: {@code 'text'}, {@code 12}, {@code datetime(2020-01-01T00:00:00.0000000Z)}. */
    public static String of(Type type, Object value) {
        if (value == null) {
            return "null";
        }
        return switch (type) {
            case BOOL, INT, LONG, REAL -> value.toString();
            case DECIMAL -> "decimal(" + value + ")";
            case STRING -> quoted((String) value);
            case DATETIME -> datetime((Long) value);
            case TIMESPAN -> "timespan(" + span((Long) value) + ")";
            case GUID -> "guid(" + value + ")";
            case DYNAMIC -> "dynamic(" + tree(value) + ")";
        };
    }

    /** Days, hours, minutes, seconds: {@code 1.02:03:04.0000005}, with days and fraction only where they are not zero. */
    public static String span(long ticks) {
        long days = Math.abs(ticks / Ticks.PER_DAY);
        long rest = Math.abs(ticks % Ticks.PER_DAY);
        long fraction = rest % Ticks.PER_SECOND;
        return (ticks < 0 ? "-" : "")
                + (days == 0 ? "" : days + ".")
                + String.format(
                        Locale.ROOT,
                        "%02d:%02d:%02d",
                        rest / Ticks.PER_HOUR,
                        rest / Ticks.PER_MINUTE % 60,
                        rest / Ticks.PER_SECOND % 60)
                + (fraction == 0 ? "" : String.format(Locale.ROOT, ".%07d", fraction));
    }

    @Override
    public String column(Expr.Column column) {
        return column.index() < columns.size() ? columns.name(column.index()) : "#" + column.index();
    }

    @Override
    public String literal(Expr.Literal literal) {
        return of(literal.type(), literal.value());
    }

    @Override
    public String parameter(Expr.Parameter parameter) {
        return "$" + parameter.name();
    }

    @Override
    public String call(Expr.Call call) {
        String name = call.function().name();
        if (call.arguments().size() == 2 && isOperator(name)) {
            return operand(call.arguments().get(0)) + " " + name + " "
                    + operand(call.arguments().get(1));
        }
        return name + "(" + joined(call.arguments(), ", ") + ")";
    }

    @Override
    public String and(Expr.And and) {
        return and.operands().isEmpty() ? "true" : operands(and.operands(), " and ");
    }

    @Override
    public String or(Expr.Or or) {
        return or.operands().isEmpty() ? "false" : operands(or.operands(), " or ");
    }

    @Override
    public String not(Expr.Not not) {
        return "not(" + not.operand().accept(this) + ")";
    }

    @Override
    public String caseOf(Expr.Case node) {
        List<Expr> alternating = new ArrayList<>();
        for (int i = 0; i < node.conditions().size(); i++) {
            alternating.add(node.conditions().get(i));
            alternating.add(node.values().get(i));
        }
        alternating.add(node.otherwise());
        return "case(" + joined(alternating, ", ") + ")";
    }

    @Override
    public String subquery(Expr.Subquery subquery) {
        String form =
                switch (subquery.form()) {
                    case FIRST -> "first";
                    case VALUES -> "values";
                };
        return form + "(" + PlanText.inLine(subquery.plan()) + ")";
    }

    private String operands(List<Expr> exprs, String between) {
        return exprs.stream().map(this::operand).collect(Collectors.joining(between));
    }

    private String operand(Expr expr) {
        boolean isInfix = expr instanceof Expr.And
                || expr instanceof Expr.Or
                || expr instanceof Expr.Call call
                        && call.arguments().size() == 2
                        && isOperator(call.function().name());
        return isInfix ? "(" + expr.accept(this) + ")" : expr.accept(this);
    }

    private String joined(List<Expr> exprs, String between) {
        return exprs.stream().map(expr -> expr.accept(this)).collect(Collectors.joining(between));
    }

    /** Symbols, and words that are written between their operands. */
    private static boolean isOperator(String name) {
        return !Character.isLetter(name.charAt(0)) || name.indexOf(' ') >= 0 || WORDS.contains(name);
    }

    private static String datetime(long ticks) {
        boolean isPrintable = ticks >= 0 && ticks <= Ticks.MAX_DATETIME;
        return "datetime(" + (isPrintable ? Ticks.format(ticks) : "ticks " + ticks) + ")";
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("'");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\'' -> out.append("\\'");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(Character.isISOControl(c) ? String.format(Locale.ROOT, "\\u%04x", (int) c) : c);
            }
        }
        return out.append("'").toString();
    }

    private static String tree(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(ExprText::tree).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> tree(entry.getKey()) + ": " + tree(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof Dynamic.DateTime time) {
            return datetime(time.ticks());
        }
        if (value instanceof Dynamic.TimeSpan span) {
            return "timespan(" + span(span.ticks()) + ")";
        }
        return String.valueOf(value);
    }
}

package io.quarry.kql.syntax;

import io.quarry.plan.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Parses what follows the kind of a chart: {@code with (name = value, ...)}, and the older forms {@code by columns} and
 * properties without parentheses.
 */
final class RenderPropertyParser {
    /** Properties whose values are columns, and may be several. */
    private static final Set<String> LISTS = Set.of("anomalycolumns", "series", "ycolumns");

    private static final Set<String> NAMES = Set.of(
            "accumulate",
            "anomalycolumns",
            "kind",
            "legend",
            "series",
            "title",
            "xaxis",
            "xcolumn",
            "xmax",
            "xmin",
            "xtitle",
            "yaxis",
            "ycolumns",
            "ymax",
            "ymin",
            "ysplit",
            "ytitle");

    private final Cursor cursor;
    private final ExpressionParser expressions;

    RenderPropertyParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    List<RenderProperty> properties() {
        List<RenderProperty> properties = new ArrayList<>();
        while (cursor.atName("by") || NAMES.contains(cursor.peek().text()) && propertyAhead(0)) {
            properties.add(cursor.atName("by") ? by() : property());
        }
        if (!cursor.takeIfName("with")) {
            return properties;
        }
        cursor.expect("(");
        while (!cursor.at(")")) {
            properties.add(property());
            if (!cursor.takeIf(",")) {
                break;
            }
        }
        cursor.expect(")");
        return properties;
    }

    private RenderProperty by() {
        return new RenderProperty(cursor.take().span(), "series", columns());
    }

    private RenderProperty property() {
        Token name = cursor.peek();
        if (!NAMES.contains(name.text())) {
            String[] hints = Suggestions.near(name.text(), NAMES).stream()
                    .map(near -> "did you mean '" + near + "'?")
                    .toArray(String[]::new);
            String expected = String.join(", ", new TreeSet<>(NAMES));
            throw cursor.fail(
                    name.span(), "expected a property of the chart, found " + name.describe() + ": " + expected, hints);
        }
        cursor.take();
        cursor.expect("=");
        List<Expression> values = LISTS.contains(name.text()) ? columns() : List.of(expressions.expression());
        return new RenderProperty(name.span(), name.text(), values);
    }

    private List<Expression> columns() {
        List<Expression> columns = new ArrayList<>();
        do {
            columns.add(cursor.name());
        } while (cursor.at(",") && !propertyAhead(1) && cursor.takeIf(","));
        return columns;
    }

    private boolean propertyAhead(int distance) {
        return cursor.peek(distance).kind() == Token.Kind.NAME
                && cursor.peek(distance + 1).isSymbol("=");
    }
}

package io.quarry.kql.operator;

import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.UnknownNames;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.kql.syntax.RenderProperty;
import io.quarry.kql.type.Constants;
import io.quarry.plan.Chart;
import io.quarry.plan.Expr;
import io.quarry.plan.Suggestions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code render}: the rows as they are; at the end of a query, its chart. */
final class RenderOperator {
    private final Analysis analysis;

    RenderOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.Render render, Relation input) {
        kind(render);
        Set<String> names = new HashSet<>();
        for (RenderProperty property : render.properties()) {
            if (!names.add(property.name())) {
                analysis.report(
                        KqlCode.DUPLICATE_NAME,
                        property.span(),
                        "the property '" + property.name() + "' is declared already");
            }
            check(property, input);
        }
        return input;
    }

    /** The chart of a query that ends with {@code render}. */
    Optional<Chart> chart(Expression query) {
        if (query instanceof Expression.Parenthesized parenthesized) {
            return chart(parenthesized.inner());
        }
        if (query instanceof Expression.Pipe pipe
                && pipe.operators().get(pipe.operators().size() - 1) instanceof Operator.Render render) {
            return kind(render).map(kind -> chart(kind, render.properties()));
        }
        return Optional.empty();
    }

    private Optional<Chart.Kind> kind(Operator.Render render) {
        Optional<Chart.Kind> kind = Chart.Kind.ofLabel(render.kind().name());
        if (render.kind().name().equals("3Dchart")) {
            analysis.unsupported(render.kind().span(), "the chart 3Dchart");
        } else if (kind.isEmpty()) {
            List<String> kinds =
                    Arrays.stream(Chart.Kind.values()).map(Chart.Kind::label).toList();
            unknown(render.kind(), "chart", kinds);
        }
        return kind;
    }

    private void unknown(Expression.Name found, String what, List<String> known) {
        String[] hints = Suggestions.near(found.name(), known).stream()
                .map(near -> "did you mean '" + near + "'?")
                .toArray(String[]::new);
        analysis.report(
                KqlCode.UNKNOWN_KIND,
                found.span(),
                "no " + what + " '" + found.name() + "', but " + String.join(", ", known),
                hints);
    }

    private void check(RenderProperty property, Relation input) {
        switch (property.name()) {
            case "xcolumn", "ycolumns", "series", "anomalycolumns" ->
                property.values().forEach(value -> column(value, input));
            case "kind" -> choice(property, Chart.Stacking.values());
            case "legend" -> choice(property, Chart.Legend.values());
            case "xaxis", "yaxis" -> choice(property, Chart.Scale.values());
            case "ysplit" -> choice(property, Chart.Split.values());
            case "accumulate" -> literal(property, "a bool", Set.of(Type.BOOL));
            case "ymin", "ymax" -> literal(property, "a number", Set.of(Type.INT, Type.LONG, Type.REAL, Type.DECIMAL));
            case "xmin", "xmax" -> literal(property, "a literal", Set.of(Type.values()));
            default -> literal(property, "a text", Set.of(Type.STRING));
        }
    }

    private void column(Expression value, Relation input) {
        if (!(value instanceof Expression.Name name)) {
            analysis.report(KqlCode.WRONG_TYPE, value.span(), "expected the name of a column");
        } else if (input.column(name.name()).isEmpty()) {
            new UnknownNames(analysis).column(name, input);
        }
    }

    private void choice(RenderProperty property, Enum<?>[] choices) {
        if (property.values().get(0) instanceof Expression.Name name) {
            List<String> labels = Arrays.stream(choices)
                    .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                    .toList();
            if (!labels.contains(name.name())) {
                unknown(name, property.name(), labels);
            }
        } else {
            analysis.report(KqlCode.WRONG_TYPE, property.values().get(0).span(), "expected a word");
        }
    }

    private void literal(RenderProperty property, String expected, Set<Type> types) {
        Expression value = property.values().get(0);
        Scalar scalar = analysis.constant(value);
        if (scalar.isKnown() && !types.contains(scalar.type())) {
            analysis.report(
                    KqlCode.WRONG_TYPE,
                    value.span(),
                    property.name() + " takes " + expected + ", found "
                            + scalar.type().label());
        } else if (scalar.isKnown() && Constants.literal(scalar.expr()).isEmpty()) {
            analysis.report(
                    KqlCode.CONSTANT_EXPECTED,
                    value.span(),
                    property.name() + " has to be known before the query runs");
        }
    }

    private Chart chart(Chart.Kind kind, List<RenderProperty> properties) {
        Properties values = new Properties(properties);
        Chart.Columns columns = new Chart.Columns(
                values.names("xcolumn").stream().findFirst(),
                values.names("ycolumns"),
                values.names("series"),
                values.names("anomalycolumns"));
        Chart.Style style = new Chart.Style(
                values.choice("kind", Chart.Stacking.values()),
                values.choice("ysplit", Chart.Split.values()),
                values.choice("legend", Chart.Legend.values()),
                values.literal("accumulate")
                                .filter(literal -> Boolean.TRUE.equals(literal.value()))
                                .isPresent()
                        ? Chart.Accumulation.SUMS
                        : Chart.Accumulation.NONE);
        return new Chart(kind, values.text("title"), columns, values.axis("x"), values.axis("y"), style);
    }

    /** Properties that were checked, by name. */
    private final class Properties {
        private final List<RenderProperty> properties;

        Properties(List<RenderProperty> properties) {
            this.properties = properties;
        }

        private List<Expression> values(String name) {
            return properties.stream()
                    .filter(property -> property.name().equals(name))
                    .findFirst()
                    .map(RenderProperty::values)
                    .orElse(List.of());
        }

        List<String> names(String name) {
            return values(name).stream()
                    .filter(Expression.Name.class::isInstance)
                    .map(value -> ((Expression.Name) value).name())
                    .toList();
        }

        Optional<Expr.Literal> literal(String name) {
            return values(name).stream()
                    .findFirst()
                    .map(analysis::constant)
                    .flatMap(scalar -> Constants.literal(scalar.expr()));
        }

        String text(String name) {
            return literal(name).map(Expr.Literal::value).map(String::valueOf).orElse("");
        }

        /** The choice of that name; the first one where none is written. */
        <E extends Enum<E>> E choice(String name, E[] choices) {
            return names(name).stream()
                    .findFirst()
                    .flatMap(label -> Arrays.stream(choices)
                            .filter(choice -> choice.name().equalsIgnoreCase(label))
                            .findFirst())
                    .orElse(choices[0]);
        }

        Chart.Axis axis(String letter) {
            return new Chart.Axis(
                    text(letter + "title"),
                    choice(letter + "axis", Chart.Scale.values()),
                    literal(letter + "min"),
                    literal(letter + "max"));
        }
    }
}

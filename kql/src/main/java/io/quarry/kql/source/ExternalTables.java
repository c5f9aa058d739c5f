package io.quarry.kql.source;

import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.catalog.ExternalData;
import io.quarry.kql.catalog.SideInputException;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Constants;
import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code externaldata}: the rows of files that the query names. */
public final class ExternalTables {
    /** Formats that the platform reads and this program does not. */
    private static final Set<String> OTHER_FORMATS =
            Set.of("apacheavro", "avro", "azmonstream", "orc", "parquet", "sstream", "w3clogfile");

    private final Analysis analysis;

    public ExternalTables(Analysis analysis) {
        this.analysis = analysis;
    }

    public Relation read(Expression.ExternalData node) {
        Schema schema = new DataTables(analysis).schema(node.columns());
        Optional<List<String>> locations = locations(node);
        Optional<Properties> properties = properties(node);
        if (locations.isEmpty() || properties.isEmpty()) {
            return Relation.of(new Plan.Values(schema, List.of()));
        }
        ExternalData.Format format = properties
                .get()
                .format()
                .orElseGet(() -> ExternalData.Format.ofLocation(locations.get().get(0)));
        ExternalData data = new ExternalData(
                schema, locations.get(), format, properties.get().header());
        return Relation.of(new Plan.Values(schema, rows(data, node)));
    }

    private List<List<Object>> rows(ExternalData data, Expression.ExternalData node) {
        try {
            return analysis.catalog().sideInputs().rows(data).orElse(List.of());
        } catch (SideInputException e) {
            analysis.report(
                    e.code(),
                    node.locations()
                            .get(0)
                            .span()
                            .to(node.locations()
                                    .get(node.locations().size() - 1)
                                    .span()),
                    e.getMessage(),
                    e.hints().toArray(String[]::new));
            return List.of();
        }
    }

    private Optional<List<String>> locations(Expression.ExternalData node) {
        if (node.locations().isEmpty()) {
            analysis.report(KqlCode.WRONG_ARGUMENT_COUNT, node.span(), "externaldata names no file");
            return Optional.empty();
        }
        List<String> locations = new ArrayList<>();
        for (Expression location : node.locations()) {
            text(location).ifPresent(locations::add);
        }
        return locations.size() == node.locations().size() ? Optional.of(locations) : Optional.empty();
    }

    private Optional<String> text(Expression expression) {
        Scalar value = analysis.constant(expression);
        if (!value.isKnown()) {
            return Optional.empty();
        }
        Optional<Expr.Literal> literal = Constants.literal(value.expr()).filter(known -> known.type() == Type.STRING);
        if (literal.isEmpty()) {
            analysis.report(KqlCode.CONSTANT_EXPECTED, expression.span(), "a constant text is expected here");
        }
        return literal.map(known -> (String) known.value());
    }

    /** The value of a property as a text; a word needs no quotes. */
    private Optional<String> property(Expression value) {
        if (value instanceof Expression.Name word) {
            return Optional.of(word.name());
        }
        return value instanceof Expression.Literal literal ? Optional.of(String.valueOf(literal.value())) : text(value);
    }

    private record Properties(Optional<ExternalData.Format> format, ExternalData.Header header) {}

    private Optional<Properties> properties(Expression.ExternalData node) {
        Optional<ExternalData.Format> format = Optional.empty();
        ExternalData.Header header = ExternalData.Header.NONE;
        for (Expression property : node.properties()) {
            String name = property instanceof Expression.Named named
                    ? named.names().get(0).name().toLowerCase(Locale.ROOT)
                    : "";
            switch (name) {
                case "format" -> {
                    format = format(Projection.value(property));
                    if (format.isEmpty()) {
                        return Optional.empty();
                    }
                }
                case "ignorefirstrecord" -> header = header(Projection.value(property));
                default -> {
                    analysis.unsupported(property.span(), "this property of externaldata");
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Properties(format, header));
    }

    private Optional<ExternalData.Format> format(Expression value) {
        Optional<String> name = property(value);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<ExternalData.Format> format = ExternalData.Format.ofName(name.get());
        if (format.isEmpty()) {
            refuseFormat(name.get(), value.span());
        }
        return format;
    }

    private void refuseFormat(String name, Span span) {
        if (OTHER_FORMATS.contains(name.toLowerCase(Locale.ROOT))) {
            analysis.unsupported(span, "the format " + name);
        } else {
            analysis.report(KqlCode.UNKNOWN_KIND, span, "externaldata knows no format '" + name + "'");
        }
    }

    /** A truth value, written as such or as a text. */
    private ExternalData.Header header(Expression value) {
        Optional<String> written = property(value);
        written.filter(word -> !word.equalsIgnoreCase("true") && !word.equalsIgnoreCase("false"))
                .ifPresent(word -> analysis.unsupported(value.span(), "'" + word + "' as true or false"));
        boolean isSkipped = written.filter("true"::equalsIgnoreCase).isPresent();
        return isSkipped ? ExternalData.Header.SKIPPED : ExternalData.Header.NONE;
    }
}

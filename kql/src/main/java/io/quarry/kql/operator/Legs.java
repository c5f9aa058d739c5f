package io.quarry.kql.operator;

import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.kql.catalog.NamePattern;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.PlanSize;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.Scope;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Shape;
import io.quarry.plan.Plan;
import io.quarry.plan.Suggestions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The tables of a {@code union} or {@code search}, in order, and the rows that they give together. */
final class Legs {
    private final Analysis analysis;

    /** What a table without a name is called, before its position. */
    private final String unnamed;

    private final List<Leg> legs = new ArrayList<>();

    Legs(Analysis analysis, String unnamed) {
        this.analysis = analysis;
        this.unnamed = unnamed;
    }

    List<Leg> all() {
        return legs;
    }

    /** What is piped into the operator. */
    void addPiped(Relation input) {
        boolean table = input.plan() instanceof Plan.Scan && input.name().isPresent();
        legs.add(Leg.of(table ? input.name().get() : unnamed + 0, input));
    }

    /** A table, or all that a name with wildcards stands for. */
    void add(Expression operand) {
        if (operand instanceof Expression.Pattern || operand instanceof Expression.Star) {
            addMatching(operand);
            return;
        }
        Relation rows = analysis.table(operand);
        boolean table = operand instanceof Expression.Name name
                && (rows.name().isPresent()
                        || analysis.scope().find(name.name()).isEmpty());
        String name = table ? rows.name().orElse(((Expression.Name) operand).name()) : unnamed + legs.size();
        legs.add(Leg.of(name, rows));
    }

    private void addMatching(Expression operand) {
        String pattern = operand instanceof Expression.Pattern wildcard ? wildcard.pattern() : "*";
        List<KqlCatalog.Entry> tables = analysis.catalog().matching(pattern);
        List<String> views = views(new NamePattern(pattern));
        for (String view : views) {
            legs.add(Leg.of(view, analysis.table(new Expression.Name(operand.span(), view))));
        }
        if (tables.isEmpty() && views.isEmpty()) {
            analysis.report(
                    KqlCode.UNKNOWN_TABLE,
                    operand.span(),
                    "no table fits '" + pattern + "' on "
                            + analysis.catalog().platform().label(),
                    Suggestions.near(pattern, analysis.catalog().tableNames()).stream()
                            .map(near -> "did you mean '" + near + "'?")
                            .toArray(String[]::new));
            legs.add(Leg.of(pattern, Relation.BROKEN));
            return;
        }
        List<String> read = new ArrayList<>();
        for (KqlCatalog.Entry entry : tables) {
            String name = entry.name().name();
            Plan.Scan scan = new Plan.Scan(entry.name(), entry.schema());
            if (analysis.catalog().isAtHand(name)) {
                read.add(name);
                legs.add(new Leg(name, Relation.of(analysis.discovery().reading(scan)), Leg.Presence.READ));
            } else {
                legs.add(new Leg(name, Relation.of(scan), Leg.Presence.ABSENT));
            }
        }
        if (read.size() < tables.size()) {
            analysis.report(
                    KqlCode.TABLES_WITHOUT_ROWS,
                    operand.span(),
                    "'" + pattern + "' stands for " + tables.size() + " tables; telemetry can fill "
                            + (read.isEmpty() ? "none of them" : String.join(", ", read)));
        }
    }

    /** The functions of the query that a pattern stands for, by name. */
    private List<String> views(NamePattern pattern) {
        return analysis.scope().names().stream()
                .filter(pattern::fits)
                .filter(name -> analysis.scope().find(name).orElseThrow() instanceof Scope.Function function
                        && function.declaration().isView())
                .distinct()
                .sorted()
                .toList();
    }

    void replaceAll(UnaryOperator<Leg> change) {
        legs.replaceAll(change);
    }

    /** Whether the columns of all together are all. */
    Relation.Extent extent() {
        return legs.stream()
                .map(leg -> leg.rows().extent())
                .max(Comparator.naturalOrder())
                .orElse(Relation.Extent.CLOSED);
    }

    /** The rows of all in those columns, after the name of the table if a column is given for it. */
    Relation united(List<UnionColumns.Column> columns, Optional<String> source) {
        List<Relation> rows = legs.stream()
                .filter(Leg::isRead)
                .map(leg -> projection(leg, columns, source).over(leg.rows()))
                .toList();
        return (rows.isEmpty() ? nothing(columns, source) : together(rows)).with(extent());
    }

    /** The rows of one or more tables, which have the same columns. */
    static Relation together(List<Relation> tables) {
        Map<String, Shape> shapes = new HashMap<>();
        tables.forEach(table -> shapes.putAll(table.shapes()));
        shapes.replaceAll((name, any) -> Shape.common(tables.stream()
                .map(table -> table.shapes().getOrDefault(name, Shape.ANY))
                .toList()));
        List<Plan> inputs = tables.stream().map(Relation::plan).toList();
        Plan plan = inputs.size() == 1 ? inputs.get(0) : new Plan.Union(inputs);
        List<PlanSize> sizes = tables.stream().map(Relation::size).toList();
        return Relation.of(plan).then(plan, shapes).sized(PlanSize.over(sizes));
    }

    /** The columns of a table without its rows. */
    static Relation empty(Relation table) {
        return table.then(new Plan.Values(table.schema(), List.of()));
    }

    private static Projection projection(Leg leg, List<UnionColumns.Column> columns, Optional<String> source) {
        Projection projection = new Projection();
        source.ifPresent(name -> projection.add(name, Scalar.literal(Type.STRING, leg.source())));
        columns.forEach(column -> projection.add(column.output(), column.of(leg.rows())));
        return projection;
    }

    /** Those columns without rows. */
    static Relation nothing(List<UnionColumns.Column> columns, Optional<String> source) {
        List<Field> fields = new ArrayList<>();
        source.ifPresent(name -> fields.add(new Field(name, Type.STRING)));
        columns.forEach(column -> fields.add(new Field(column.output(), column.type())));
        Map<String, Shape> shapes =
                columns.stream().collect(Collectors.toMap(UnionColumns.Column::output, UnionColumns.Column::shape));
        Plan plan = new Plan.Values(new Schema(fields), List.of());
        return Relation.of(plan).then(plan, shapes);
    }
}

package io.quarry.kql;

import io.quarry.data.Type;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.kql.syntax.OperatorParameter;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code union}: the rows of several tables, in the columns that {@link UnionColumns} finds for them. */
final class UnionOperator {
    /** A table of the union and the name that {@code withsource} shows for it. */
    record Leg(String source, Relation rows) {}

    /** A pattern that fits more tables is refused: what comes out is wider than anyone reads. */
    private static final int MOST_TABLES = 100;

    private final Analysis analysis;

    UnionOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.Union union, Relation input) {
        List<Leg> legs = new ArrayList<>();
        if (input != Operators.NO_INPUT) {
            boolean table = input.plan() instanceof Plan.Scan && input.name().isPresent();
            legs.add(new Leg(table ? input.name().get() : "union_arg0", input));
        }
        boolean fuzzy = parameter(union, "isfuzzy").filter("true"::equals).isPresent();
        for (Expression operand : union.operands()) {
            if (operand instanceof Expression.Pattern || operand instanceof Expression.Star) {
                addMatching(operand, legs);
            } else if (!fuzzy || exists(operand)) {
                legs.add(leg(operand, legs.size()));
            }
        }
        if (legs.isEmpty()) {
            analysis.report(KqlCode.UNKNOWN_TABLE, union.span(), "no table of the union exists");
            return Relation.BROKEN;
        }
        boolean inner = JoinOperator.kind(analysis, union.parameters(), Set.of("inner", "outer"))
                .filter("inner"::equals)
                .isPresent();
        Optional<String> source = parameter(union, "withsource").or(() -> parameter(union, "with_source"));
        List<UnionColumns.Column> columns = inner ? UnionColumns.common(legs) : UnionColumns.all(legs);
        return united(legs, columns, source);
    }

    private static Relation united(List<Leg> legs, List<UnionColumns.Column> columns, Optional<String> source) {
        List<Plan> inputs = new ArrayList<>(legs.size());
        List<PlanSize> sizes = new ArrayList<>();
        Relation.Extent extent = Relation.Extent.CLOSED;
        Projection first = null;
        for (Leg leg : legs) {
            Projection projection = new Projection();
            source.ifPresent(name -> projection.add(name, Scalar.literal(Type.STRING, leg.source())));
            UniqueNames names = new UniqueNames(source.map(List::of).orElse(List.of()));
            columns.forEach(column -> projection.add(names.take(column.output()), column.of(leg.rows())));
            first = first == null ? projection : first;
            first.unknown().addAll(projection.unknown());
            inputs.add(new Plan.Project(leg.rows().plan(), projection.columns()));
            sizes.add(leg.rows().size().next());
            extent = leg.rows().extent().compareTo(extent) > 0 ? leg.rows().extent() : extent;
        }
        Plan plan = inputs.size() == 1 ? inputs.get(0) : new Plan.Union(inputs);
        Relation rows = Relation.of(plan).then(plan, first.unknown()).sized(PlanSize.over(sizes));
        return rows.with(extent);
    }

    private Leg leg(Expression operand, int position) {
        Relation rows = analysis.table(operand);
        boolean table = operand instanceof Expression.Name name
                && (rows.name().isPresent()
                        || analysis.scope().find(name.name()).isEmpty());
        return new Leg(table ? rows.name().orElse(((Expression.Name) operand).name()) : "union_arg" + position, rows);
    }

    /** False if what an operand reads is no known name. */
    private boolean exists(Expression operand) {
        if (operand instanceof Expression.Parenthesized parenthesized) {
            return exists(parenthesized.inner());
        }
        if (operand instanceof Expression.Pipe pipe) {
            return exists(pipe.source());
        }
        return !(operand instanceof Expression.Name name)
                || analysis.scope().find(name.name()).isPresent()
                || analysis.catalog().find(name.name()).isPresent();
    }

    private void addMatching(Expression pattern, List<Leg> legs) {
        String text = pattern instanceof Expression.Pattern wildcard ? wildcard.pattern() : "*";
        List<String> tables = analysis.catalog().tableNames().stream()
                .filter(table -> ColumnPatterns.matches(text, table))
                .toList();
        if (tables.size() > MOST_TABLES) {
            analysis.unsupported(pattern.span(), "a union of " + tables.size() + " tables");
            legs.add(new Leg("union_arg" + legs.size(), Relation.BROKEN));
            return;
        }
        for (String table : tables.stream().filter(this::isTable).toList()) {
            legs.add(new Leg(table, analysis.table(new Expression.Name(pattern.span(), table))));
        }
        if (tables.isEmpty()) {
            analysis.report(
                    KqlCode.UNKNOWN_TABLE,
                    pattern.span(),
                    "no table fits '" + text + "' on "
                            + analysis.catalog().platform().label());
        }
    }

    private boolean isTable(String name) {
        return analysis.catalog()
                .find(name)
                .filter(entry -> entry.kind() != KqlCatalog.Kind.PARSER)
                .isPresent();
    }

    private static Optional<String> parameter(Operator.Union union, String name) {
        return union.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(OperatorParameter::value)
                .findFirst();
    }
}

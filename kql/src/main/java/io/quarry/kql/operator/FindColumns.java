package io.quarry.kql.operator;

import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.UnknownNames;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.FindOutput;
import io.quarry.kql.syntax.Operator;
import io.quarry.kql.type.Conversions;
import io.quarry.kql.type.NullTexts;
import io.quarry.kql.type.Overloads;
import io.quarry.plan.Expr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a {@code find}. With {@code project} those that it names, cast where it says so; without, those that all
 * tables have, in the first one's order, and then those that the predicate names. A name that has several types becomes one
 * column a type. What is left of a row goes as a bag to {@code pack_}, if anything is, or if {@code project} asks for it.
 */
final class FindColumns {
    private static final String PACK = "pack_";

    /**
     * A table in which the predicate may hold.
     *
     * @param rows those for which it does; after the table's own columns may stand others, which are null
     */
    record Found(Leg leg, Relation rows) {
        boolean has(String column) {
            return leg.rows().schema().indexOf(column) >= 0;
        }

        List<String> columns() {
            return leg.rows().schema().names();
        }
    }

    /**
     * The tables in which the predicate may hold.
     *
     * @param named the columns that it names, in its order
     */
    record Matches(List<Found> tables, Set<String> named) {}

    /** A column, and the type to which its values are cast; empty if they stay as they are. */
    private record Output(String name, UnionColumns.Column column, Optional<Type> cast) {}

    private final Analysis analysis;
    private final Operator.Find find;
    private final String source;

    FindColumns(Analysis analysis, Operator.Find find, String source) {
        this.analysis = analysis;
        this.find = find;
        this.source = source;
    }

    /** The rows in their columns; empty after reporting columns that cannot be. */
    Optional<Relation> of(Matches matches) {
        List<Found> found = matches.tables();
        List<UnionColumns.Column> all =
                UnionColumns.all(found.stream().map(Found::leg).toList(), Optional.empty());
        Optional<List<Output>> outputs =
                find.output().isPresent() ? asked(find.output().get(), all) : Optional.of(smart(matches, all));
        return outputs.map(columns -> {
            Set<String> taken = new HashSet<>(Set.of(source));
            columns.forEach(output -> taken.add(output.column().name()));
            boolean packs = find.output().isPresent()
                    ? find.output().get().pack().isPresent()
                    : found.stream().anyMatch(one -> !taken.containsAll(one.columns()));
            List<Relation> rows = found.stream()
                    .filter(one -> one.leg().isRead())
                    .map(one -> projected(one, columns, packs ? Optional.of(taken) : Optional.empty()))
                    .toList();
            return rows.isEmpty()
                    ? Legs.empty(projected(found.get(0), columns, packs ? Optional.of(taken) : Optional.empty()))
                    : Legs.together(rows);
        });
    }

    /** @param taken the columns that are not packed; empty if none is */
    private Relation projected(Found found, List<Output> columns, Optional<Set<String>> taken) {
        Projection projection = new Projection();
        projection.add(source, Scalar.literal(Type.STRING, found.leg().source()));
        columns.forEach(output -> projection.put(output.name(), value(output, found)));
        taken.ifPresent(names -> projection.put(PACK, rest(found, names)));
        return projection.over(found.rows());
    }

    private List<Output> smart(Matches matches, List<UnionColumns.Column> all) {
        List<Found> found = matches.tables();
        Set<String> named = new LinkedHashSet<>(matches.named());
        List<Output> outputs = new ArrayList<>();
        for (UnionColumns.Column column : all) {
            if (found.stream().allMatch(one -> one.has(column.name()))) {
                named.remove(column.name());
                add(column, outputs);
            }
        }
        named.forEach(name ->
                all.stream().filter(column -> column.name().equals(name)).forEach(column -> add(column, outputs)));
        return outputs;
    }

    /** The name of the table stands in the place of a column of its name. */
    private void add(UnionColumns.Column column, List<Output> outputs) {
        if (!column.output().equals(source)) {
            outputs.add(new Output(column.output(), column, Optional.empty()));
        }
    }

    private Optional<List<Output>> asked(FindOutput output, List<UnionColumns.Column> all) {
        List<Output> outputs = new ArrayList<>();
        for (FindOutput.Item item : output.columns()) {
            String name = item.column().name();
            List<UnionColumns.Column> columns =
                    all.stream().filter(column -> column.name().equals(name)).toList();
            if (columns.isEmpty()) {
                new UnknownNames(analysis).column(item.column(), Legs.nothing(all, Optional.empty()));
                return Optional.empty();
            }
            if (columns.size() > 1 && item.type().isEmpty()) {
                analysis.unsupported(item.column().span(), "a column of several types without a type in find");
                return Optional.empty();
            }
            String type = columns.size() > 1 ? "_" + item.type().get().label() : "";
            outputs.add(new Output(name + type, columns.get(0), item.type()));
        }
        return Optional.of(outputs);
    }

    private Scalar value(Output output, Found found) {
        int index = found.leg().rows().schema().indexOf(output.column().name());
        if (output.cast().isEmpty()) {
            return output.column().of(found.leg().rows());
        }
        Type type = output.cast().get();
        if (index < 0) {
            return Scalar.of(NullTexts.missing(type));
        }
        Scalar value = found.rows().column(index);
        Optional<Expr> cast = Conversions.convert(value.expr(), type, analysis.origin(find.keyword()));
        if (value.isKnown() && cast.isEmpty()) {
            analysis.unsupported(
                    find.keyword(),
                    "find with a " + value.type().label() + " column '"
                            + output.column().name() + "' as " + type.label());
        }
        return value.isKnown() && cast.isPresent() ? Scalar.of(cast.get()) : Scalar.unknown(type);
    }

    /** The columns of the table that do not come out by themselves. */
    private Scalar rest(Found found, Set<String> taken) {
        List<Expr> entries = new ArrayList<>();
        for (int i = 0; i < found.columns().size(); i++) {
            String name = found.columns().get(i);
            if (!taken.contains(name)) {
                entries.add(new Expr.Literal(Type.DYNAMIC, name));
                entries.add(found.rows().column(i).expr());
            }
        }
        return entries.isEmpty()
                ? Scalar.literal(Type.DYNAMIC, Map.of())
                : Scalar.of(Overloads.call("bag_pack", entries, analysis.origin(find.keyword()))
                        .orElseThrow(() -> new IllegalStateException("no bag_pack()")));
    }
}

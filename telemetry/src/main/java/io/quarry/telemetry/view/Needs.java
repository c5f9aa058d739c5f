package io.quarry.telemetry.view;

import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables and columns that the plans at hand read: what loading keeps of the events. Types are those that the plans
 * expect. Immutable.
 */
public final class Needs {
    private static final Needs NONE = new Needs(Map.of());

    private final Map<TableName, Schema> tables;

    private Needs(Map<TableName, Schema> tables) {
        this.tables = tables;
    }

    /** No table at all: events are counted, and nothing else is kept of them. */
    public static Needs none() {
        return NONE;
    }

    /**
     * These needs and some columns of a table more. Columns that are needed already stay where they are.
     *
     * @throws IllegalArgumentException if a column is needed already with another type
     */
    public Needs plus(TableName table, List<Field> columns) {
        List<Field> fields = new ArrayList<>(schema(table).map(Schema::fields).orElse(List.of()));
        for (Field column : columns) {
            Optional<Field> known = fields.stream()
                    .filter(field -> field.name().equals(column.name()))
                    .findFirst();
            if (known.isEmpty()) {
                fields.add(column);
            } else if (known.get().type() != column.type()) {
                throw new IllegalArgumentException("column " + column.name() + " of " + table + " is needed as "
                        + known.get().type().label() + " and as "
                        + column.type().label());
            }
        }
        Map<TableName, Schema> more = new LinkedHashMap<>(tables);
        more.put(table, new Schema(fields));
        return new Needs(more);
    }

    /** These needs and all of others. */
    public Needs plus(Needs others) {
        Needs all = this;
        for (TableName table : others.tables()) {
            all = all.plus(table, others.schema(table).orElseThrow().fields());
        }
        return all;
    }

    /** True if everything that others need is needed. */
    public boolean covers(Needs others) {
        return others.tables.entrySet().stream()
                .allMatch(needed -> tables.containsKey(needed.getKey())
                        && tables.get(needed.getKey())
                                .fields()
                                .containsAll(needed.getValue().fields()));
    }

    /** The tables needed, in the order in which they were named first. */
    public Set<TableName> tables() {
        return tables.keySet();
    }

    /** The columns needed of a table; empty if the table is not needed. */
    public Optional<Schema> schema(TableName table) {
        return Optional.ofNullable(tables.get(table));
    }
}

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
    private static final Needs NONE = new Needs(Map.of(), List.of());

    private final Map<TableName, Schema> tables;
    private final List<CustomProperty> properties;

    private Needs(Map<TableName, Schema> tables, List<CustomProperty> properties) {
        this.tables = tables;
        this.properties = List.copyOf(properties);
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
        return new Needs(more, properties);
    }

    /** These needs and all of others. */
    public Needs plus(Needs others) {
        Needs all = with(others.properties);
        for (TableName table : others.tables()) {
            all = all.plus(table, others.schema(table).orElseThrow().fields());
        }
        return all;
    }

    /** These needs, and custom properties as QRadar's events are to have them. Those that are there already stay first. */
    public Needs with(List<CustomProperty> more) {
        List<CustomProperty> all = new ArrayList<>(properties);
        more.stream().filter(property -> !all.contains(property)).forEach(all::add);
        return new Needs(tables, all);
    }

    /** The custom properties that QRadar's events have besides those that are always there. */
    public List<CustomProperty> properties() {
        return properties;
    }

    /** True if everything that others need is needed. */
    public boolean covers(Needs others) {
        return properties.containsAll(others.properties)
                && others.tables.entrySet().stream()
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

package io.quarry.data;

import java.util.List;

/** A block of rows as columns: one vector per column of the schema, all of {@link #rows} values. Immutable. */
public record Batch(Schema schema, List<Vector> columns, int rows) {
    public Batch {
        columns = List.copyOf(columns);
        if (columns.size() != schema.size()) {
            throw new IllegalArgumentException(columns.size() + " vectors for " + schema);
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).type() != schema.type(i) || columns.get(i).size() != rows) {
                throw new IllegalArgumentException("column " + schema.field(i) + ": vector of "
                        + columns.get(i).type().label() + " with "
                        + columns.get(i).size() + " rows in a batch of "
                        + rows);
            }
        }
    }

    public Vector column(int index) {
        return columns.get(index);
    }

    /** The rows at {@code positions[0..count)}, in that order. */
    public Batch take(int[] positions, int count) {
        return new Batch(
                schema,
                columns.stream().map(column -> column.take(positions, count)).toList(),
                count);
    }

    /** The boxed values of one row; for the edges of the engine, not for loops. */
    public Object[] row(int row) {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).value(row);
        }
        return values;
    }
}

package io.quarry.data;

import java.util.List;

/** A table that can be read: rows in a fixed order, in batches, any subset of its columns. Safe for threads. */
public interface Table {
    /** All columns that can be asked for. */
    Schema schema();

    /**
     * The rows, in order, with the named columns in the order of the names.
     *
     * @throws IllegalArgumentException if a name is not in {@link #schema}
     */
    List<Batch> read(List<String> columns);

    /** A table over batches that have its schema. */
    static Table of(Schema schema, List<Batch> batches) {
        return new BatchTable(schema, List.copyOf(batches));
    }
}

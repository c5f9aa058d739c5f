package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.data.Schema;
import io.quarry.data.Vector;
import io.quarry.engine.column.Concatenation;
import io.quarry.engine.column.Footprint;
import io.quarry.engine.run.MemoryBudget;
import java.util.ArrayList;
import java.util.List;

/** Batches that an operator keeps, counted against the run's memory. */
final class HeldRows {
    private final String operator;
    private final Schema schema;
    private final MemoryBudget memory;
    private final List<Batch> batches = new ArrayList<>();
    private Footprint footprint = new Footprint();
    private long reserved;
    private long rows;

    HeldRows(String operator, Schema schema, MemoryBudget memory) {
        this.operator = operator;
        this.schema = schema;
        this.memory = memory;
    }

    void add(Batch batch) {
        reserve(footprint.added(batch));
        rows += batch.rows();
        batches.add(batch);
    }

    /** Counts what is held beside the rows. */
    void reserve(long bytes) {
        memory.reserve(operator, bytes);
        reserved += bytes;
    }

    Schema schema() {
        return schema;
    }

    long rows() {
        return rows;
    }

    /** What was added, in order. */
    List<Batch> batches() {
        return batches;
    }

    /** All rows as one batch. */
    Batch joined() {
        return batches.isEmpty() ? new Batch(schema, emptyColumns(), 0) : Concatenation.of(schema, batches);
    }

    /** Keeps these rows instead. */
    void replace(Batch batch) {
        release();
        add(batch);
    }

    void release() {
        memory.release(reserved);
        reserved = 0;
        rows = 0;
        batches.clear();
        footprint = new Footprint();
    }

    private List<Vector> emptyColumns() {
        return schema.fields().stream()
                .map(field -> Vector.builder(field.type()).build())
                .toList();
    }
}

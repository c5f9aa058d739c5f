package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.data.Schema;
import io.quarry.data.Vector;
import io.quarry.engine.column.Concatenation;
import io.quarry.engine.column.Footprint;
import io.quarry.engine.run.MemoryBudget;
import java.util.ArrayList;
import java.util.List;

/** Batches that an operator keeps, counted against the run's memory until whoever owns them releases them. */
final class HeldRows {
    private final String operator;
    private final Schema schema;
    private final MemoryBudget memory;
    private final List<Batch> batches = new ArrayList<>();
    private Footprint footprint = new Footprint();
    private long reserved;
    private long bytesOfRows;
    private long rows;

    HeldRows(String operator, Schema schema, MemoryBudget memory) {
        this.operator = operator;
        this.schema = schema;
        this.memory = memory;
    }

    void add(Batch batch) {
        long bytes = footprint.added(batch);
        reserve(bytes);
        bytesOfRows += bytes;
        rows += batch.rows();
        batches.add(batch);
    }

    /** Counts what is held beside the rows. */
    void reserve(long bytes) {
        memory.reserve(operator, bytes);
        reserved += bytes;
    }

    long rows() {
        return rows;
    }

    /** What was added, in order. */
    List<Batch> batches() {
        return batches;
    }

    /** All rows as one batch, which is held from now on instead of its parts. */
    Batch joined() {
        if (batches.isEmpty()) {
            return new Batch(schema, emptyColumns(), 0);
        }
        if (batches.size() > 1) {
            long beside = reserved - bytesOfRows;
            reserveCopy(rows);
            replace(Concatenation.of(schema, batches));
            reserve(beside);
        }
        return batches.get(0);
    }

    /** Counts rows that are copied while these are held. */
    void reserveCopy(long copied) {
        reserve(Footprint.ofCopy(schema, copied));
    }

    /** Keeps these rows instead of all else that is held. */
    void replace(Batch batch) {
        release();
        add(batch);
    }

    void release() {
        memory.release(reserved);
        reserved = 0;
        bytesOfRows = 0;
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

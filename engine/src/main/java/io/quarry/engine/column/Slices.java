package io.quarry.engine.column;

import io.quarry.data.Batch;
import java.util.ArrayList;
import java.util.List;

/** Batches cut to a size. */
public final class Slices {
    private Slices() {}

    /** The batch in pieces of at most {@code rows} rows, none of them empty. */
    public static List<Batch> of(Batch batch, int rows) {
        if (batch.rows() == 0) {
            return List.of();
        }
        if (batch.rows() <= rows) {
            return List.of(batch);
        }
        List<Batch> slices = new ArrayList<>();
        for (int from = 0; from < batch.rows(); from += rows) {
            slices.add(slice(batch, from, Math.min(rows, batch.rows() - from)));
        }
        return slices;
    }

    /** The {@code count} rows from {@code from} on. */
    public static Batch slice(Batch batch, int from, int count) {
        if (from == 0 && count == batch.rows()) {
            return batch;
        }
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = from + i;
        }
        return batch.take(rows, count);
    }
}

package io.quarry.engine;

import io.quarry.data.Batch;
import io.quarry.data.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of a query, in order. Immutable. */
public record Result(Schema schema, List<Batch> batches) {
    public Result {
        batches = List.copyOf(batches);
    }

    /** Each row's boxed values. */
    public List<List<Object>> rows() {
        List<List<Object>> rows = new ArrayList<>();
        for (Batch batch : batches) {
            for (int row = 0; row < batch.rows(); row++) {
                rows.add(Arrays.asList(batch.row(row)));
            }
        }
        return rows;
    }

    public long rowCount() {
        return batches.stream().mapToLong(Batch::rows).sum();
    }
}

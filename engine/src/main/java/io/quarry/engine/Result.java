package io.quarry.engine;

import io.quarry.data.Batch;
import io.quarry.data.Schema;
import java.util.List;

/** The rows of a query, in order. Immutable. */
public record Result(Schema schema, List<Batch> batches) {
    public Result {
        batches = List.copyOf(batches);
    }

    public long rowCount() {
        return batches.stream().mapToLong(Batch::rows).sum();
    }
}

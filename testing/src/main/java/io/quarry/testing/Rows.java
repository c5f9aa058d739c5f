package io.quarry.testing;

import io.quarry.data.Batch;
import io.quarry.data.Schema;
import io.quarry.data.Vector;
import io.quarry.data.VectorBuilder;
import io.quarry.engine.Result;
import java.util.ArrayList;
import java.util.List;

/** A table of boxed values, row by row; null is null. */
public record Rows(Schema schema, List<Object[]> rows) {
    public Rows {
        rows = List.copyOf(rows);
    }

    public static Rows of(Result result) {
        return of(result.schema(), result.batches());
    }

    static Rows of(Schema schema, List<Batch> batches) {
        List<Object[]> rows = new ArrayList<>();
        for (Batch batch : batches) {
            for (int i = 0; i < batch.rows(); i++) {
                rows.add(batch.row(i));
            }
        }
        return new Rows(schema, rows);
    }

    /** The rows as one batch. */
    public Batch batch() {
        List<Vector> columns = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            VectorBuilder builder = Vector.builder(schema.type(i));
            for (Object[] row : rows) {
                builder.add(row[i]);
            }
            columns.add(builder.build());
        }
        return new Batch(schema, columns, rows.size());
    }
}

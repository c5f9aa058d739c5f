package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.data.Schema;
import io.quarry.data.Vector;
import io.quarry.engine.expression.Evaluator;
import io.quarry.engine.expression.Frame;
import java.util.List;

/** Computes columns. */
final class ProjectStage implements Stage {
    private final Schema schema;
    private final List<Evaluator> columns;

    ProjectStage(Schema schema, List<Evaluator> columns) {
        this.schema = schema;
        this.columns = columns;
    }

    @Override
    public Batch apply(Batch batch) {
        Frame frame = Frame.of(batch);
        List<Vector> vectors =
                columns.stream().map(column -> column.evaluate(frame)).toList();
        return new Batch(schema, vectors, batch.rows());
    }
}

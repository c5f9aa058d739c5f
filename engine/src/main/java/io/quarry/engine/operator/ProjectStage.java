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
    public Frame apply(Frame rows) {
        List<Vector> vectors =
                columns.stream().map(column -> column.evaluate(rows)).toList();
        return Frame.of(new Batch(schema, vectors, rows.rows()));
    }
}

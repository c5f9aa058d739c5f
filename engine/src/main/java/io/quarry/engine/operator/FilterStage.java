package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.engine.expression.Evaluator;
import io.quarry.engine.expression.Frame;
import io.quarry.engine.expression.Selection;

/** Keeps the rows for which a condition is true. */
final class FilterStage implements Stage {
    private final Evaluator condition;

    FilterStage(Evaluator condition) {
        this.condition = condition;
    }

    @Override
    public Batch apply(Batch batch) {
        Selection selected = condition.select(Frame.of(batch));
        return selected.count() == batch.rows() ? batch : batch.take(selected.rows(), selected.count());
    }
}

package io.quarry.engine.operator;

import io.quarry.engine.expression.Evaluator;
import io.quarry.engine.expression.Frame;

/** Keeps the rows for which a condition is true. */
final class FilterStage implements Stage {
    private final Evaluator condition;

    FilterStage(Evaluator condition) {
        this.condition = condition;
    }

    @Override
    public Frame apply(Frame rows) {
        return rows.narrow(condition.select(rows));
    }
}

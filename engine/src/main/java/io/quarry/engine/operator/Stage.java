package io.quarry.engine.operator;

import io.quarry.data.Batch;

/** A step that works on each batch by itself: filter, projection. Safe for threads. */
@FunctionalInterface
interface Stage {
    Stage IDENTITY = batch -> batch;

    Batch apply(Batch batch);

    /** This stage, then the other. */
    default Stage then(Stage other) {
        if (this == IDENTITY) {
            return other;
        }
        return batch -> other.apply(apply(batch));
    }
}

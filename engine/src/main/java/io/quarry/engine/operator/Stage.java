package io.quarry.engine.operator;

import io.quarry.engine.expression.Frame;

/**
 * A step that works on each batch by itself: filter, projection. Columns that nobody asks for behind a filter are not
 * gathered. Safe for threads.
 */
@FunctionalInterface
interface Stage {
    Stage IDENTITY = rows -> rows;

    Frame apply(Frame rows);

    /** This stage, then the other. */
    default Stage then(Stage other) {
        if (this == IDENTITY) {
            return other;
        }
        return rows -> other.apply(apply(rows));
    }
}

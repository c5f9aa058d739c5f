package io.quarry.engine.operator;

import io.quarry.data.Batch;
import java.util.Optional;

/** Gives the rows of one step, batch by batch. For the coordinating thread of a run only. */
interface Operator extends AutoCloseable {
    /** The next batch, of at least one row; empty at the end, and from then on. */
    Optional<Batch> next();

    /** How many rows are there already, for {@link #next} to hand out without making them. */
    default long rowsAtHand() {
        return 0;
    }

    /** Stops what is under way. No call of {@link #next} comes after. */
    @Override
    void close();
}

package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.engine.run.RunContext;
import java.util.List;
import java.util.function.Supplier;

/**
 * A step whose rows are made when the first reader asks and are held until the last has closed. For the coordinating thread
 * only.
 */
final class HeldStep {
    private final Supplier<HeldRows> step;
    private HeldRows held;
    private int readers;

    HeldStep(Supplier<HeldRows> step) {
        this.step = step;
    }

    /** One more that reads all rows, from the first on. All readers are there before the first of them reads. */
    Operator reader(RunContext context) {
        readers++;
        return new BatchesOperator(this::open, this::close, context);
    }

    private List<Batch> open() {
        if (held == null) {
            held = step.get();
        }
        return held.batches();
    }

    private void close() {
        readers--;
        if (readers == 0 && held != null) {
            held.release();
        }
    }
}

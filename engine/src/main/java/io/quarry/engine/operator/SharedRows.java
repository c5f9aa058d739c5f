package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.engine.run.RunContext;
import io.quarry.plan.Plan;
import java.util.List;
import java.util.function.Supplier;

/** The rows of a step that several steps read: made when the first asks, and held until the run ends. */
final class SharedRows {
    private final HeldRows held;
    private final Supplier<List<Batch>> step;
    private List<Batch> batches;

    SharedRows(Plan plan, Supplier<List<Batch>> step, RunContext context) {
        this.held = new HeldRows("what several steps share", plan.schema(), context.memory());
        this.step = step;
    }

    /** All rows, from the first on. For the coordinating thread only. */
    List<Batch> read() {
        if (batches == null) {
            List<Batch> made = step.get();
            made.forEach(held::add);
            batches = made;
        }
        return batches;
    }
}

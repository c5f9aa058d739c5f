package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.engine.column.Slices;
import io.quarry.engine.run.RunContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;

/** Batches that are there, cut to the run's batch size: tables, and results of steps that need all their input. */
final class BatchesOperator implements Operator {
    private final Supplier<Iterator<Batch>> open;
    private final RunContext context;
    private final Deque<Batch> slices = new ArrayDeque<>();
    private Iterator<Batch> batches;

    /**
     * @param open asked once, when the first batch is
     */
    BatchesOperator(Supplier<Iterator<Batch>> open, RunContext context) {
        this.open = open;
        this.context = context;
    }

    @Override
    public Optional<Batch> next() {
        if (batches == null) {
            batches = open.get();
        }
        while (slices.isEmpty() && batches.hasNext()) {
            context.cancelToken().check();
            slices.addAll(Slices.of(batches.next(), context.batchRows()));
        }
        return Optional.ofNullable(slices.poll());
    }

    @Override
    public void close() {
        slices.clear();
    }
}

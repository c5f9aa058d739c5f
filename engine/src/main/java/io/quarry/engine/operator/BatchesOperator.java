package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.engine.column.Slices;
import io.quarry.engine.run.RunContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Batches that are there, cut to the run's batch size: tables, and results of steps that need all their input. */
final class BatchesOperator implements Operator {
    private final Supplier<List<Batch>> open;
    private final RunContext context;
    private final Deque<Batch> slices = new ArrayDeque<>();
    private Deque<Batch> batches;

    /**
     * @param open asked once, when the first batch is
     */
    BatchesOperator(Supplier<List<Batch>> open, RunContext context) {
        this.open = open;
        this.context = context;
    }

    @Override
    public Optional<Batch> next() {
        open();
        while (slices.isEmpty() && !batches.isEmpty()) {
            context.cancelToken().check();
            slices.addAll(Slices.of(batches.poll(), context.batchRows()));
        }
        return Optional.ofNullable(slices.poll());
    }

    @Override
    public long rowsAtHand() {
        open();
        return rowsOf(slices) + rowsOf(batches);
    }

    @Override
    public void close() {
        slices.clear();
    }

    private void open() {
        if (batches == null) {
            batches = new ArrayDeque<>(open.get());
        }
    }

    private static long rowsOf(Deque<Batch> batches) {
        return batches.stream().mapToLong(Batch::rows).sum();
    }
}

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
    private final Runnable close;
    private final RunContext context;

    /** What was not handed out yet; null until the first batch is asked for. */
    private Deque<Batch> batches;

    /** How many rows of the first batch were handed out. */
    private int row;

    private boolean isClosed;

    /**
     * @param open asked once, when the first batch is
     * @param close run once
     */
    BatchesOperator(Supplier<List<Batch>> open, Runnable close, RunContext context) {
        this.open = open;
        this.close = close;
        this.context = context;
    }

    @Override
    public Optional<Batch> next() {
        open();
        context.cancelToken().check();
        while (!batches.isEmpty() && row == batches.peek().rows()) {
            batches.poll();
            row = 0;
        }
        if (batches.isEmpty()) {
            return Optional.empty();
        }
        int count = Math.min(context.batchRows(), batches.peek().rows() - row);
        Batch slice = Slices.slice(batches.peek(), row, count);
        row += count;
        return Optional.of(slice);
    }

    @Override
    public long rowsAtHand() {
        open();
        return batches.stream().mapToLong(Batch::rows).sum() - row;
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            batches = new ArrayDeque<>();
            row = 0;
            close.run();
        }
    }

    private void open() {
        if (batches == null) {
            batches = new ArrayDeque<>(open.get());
        }
    }
}

package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.engine.column.Slices;
import java.util.Optional;

/** The first rows; the input is asked for no more batches than these need. */
final class LimitOperator implements Operator {
    private final Operator input;
    private long left;

    LimitOperator(Operator input, long rows) {
        this.input = input;
        this.left = rows;
    }

    @Override
    public Optional<Batch> next() {
        if (left == 0) {
            return Optional.empty();
        }
        Optional<Batch> batch = input.next().map(full -> Slices.slice(full, 0, (int) Math.min(left, full.rows())));
        left = batch.map(taken -> left - taken.rows()).orElse(0L);
        if (left == 0) {
            input.close();
        }
        return batch;
    }

    @Override
    public void close() {
        left = 0;
        input.close();
    }
}

package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.data.Vector;
import io.quarry.engine.column.Slices;
import io.quarry.engine.expression.Evaluator;
import io.quarry.engine.expression.ExpressionCompiler;
import io.quarry.engine.expression.Frame;
import io.quarry.engine.run.RunContext;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Makes a row for each element of collections. The collections of a batch and the first of its rows are made on the run's
 * threads, further rows as they are asked for, so that no batch is larger than the run's.
 */
final class UnnestOperator implements Operator {
    private static final int BYTES_OF_ELEMENT = 64;

    /** Collections are large; few at a time do not grow old. */
    private static final int ROWS_AT_ONCE = 1 << 12;

    private final Plan.Unnest unnest;
    private final Pipeline input;
    private final RunContext context;
    private final List<Evaluator> collections;

    private final Deque<Batch> slices = new ArrayDeque<>();
    private OrderedMap<Batch, UnnestedRows> batches;
    private Optional<UnnestedRows> current = Optional.empty();
    private long reserved;

    UnnestOperator(Plan.Unnest unnest, Pipeline input, RunContext context) {
        this.unnest = unnest;
        this.input = input;
        this.context = context;
        this.collections = ExpressionCompiler.compile(
                unnest.collections().stream().map(NamedExpr::expr).toList());
    }

    @Override
    public Optional<Batch> next() {
        if (batches == null) {
            batches = new OrderedMap<>(this::slice, this::expand, context);
            advance();
        }
        while (current.isPresent()) {
            context.cancelToken().check();
            Batch batch = current.get().next(context.batchRows());
            if (batch.rows() > 0) {
                return Optional.of(batch);
            }
            advance();
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        if (batches != null) {
            batches.close();
        }
        input.source().close();
        release();
    }

    private Optional<Batch> slice() {
        if (slices.isEmpty()) {
            input.source().next().ifPresent(batch -> slices.addAll(Slices.of(batch, ROWS_AT_ONCE)));
        }
        return Optional.ofNullable(slices.poll());
    }

    private UnnestedRows expand(Batch slice) {
        Frame rows = input.stage().apply(Frame.of(slice));
        List<Vector> values = collections.stream()
                .map(collection -> collection.evaluate(rows))
                .toList();
        return new UnnestedRows(unnest, rows.batch(), values, context.batchRows());
    }

    private void advance() {
        release();
        current = batches.next();
        if (current.isPresent()) {
            long bytes = current.get().elements() * BYTES_OF_ELEMENT;
            context.memory().reserve("unnest", bytes);
            reserved = bytes;
        }
    }

    private void release() {
        context.memory().release(reserved);
        reserved = 0;
    }
}

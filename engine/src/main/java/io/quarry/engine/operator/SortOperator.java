package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Vector;
import io.quarry.engine.column.RowOrder;
import io.quarry.engine.expression.Evaluator;
import io.quarry.engine.expression.ExpressionCompiler;
import io.quarry.engine.expression.Frame;
import io.quarry.engine.run.RunContext;
import io.quarry.plan.Plan;
import io.quarry.plan.SortKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Sorts. Keys are computed on the run's threads and carried as columns after the input's. With a limit, no more than a
 * few times that many rows are held.
 */
final class SortOperator {
    private static final int SLACK = 4;

    private final Plan.Sort sort;
    private final Pipeline input;
    private final RunContext context;
    private final List<Evaluator> keys;
    private final Schema keyed;

    SortOperator(Plan.Sort sort, Pipeline input, RunContext context) {
        this.sort = sort;
        this.input = input;
        this.context = context;
        this.keys = ExpressionCompiler.compile(
                sort.keys().stream().map(SortKey::expr).toList());
        this.keyed = sort.schema()
                .plus(sort.keys().stream()
                        .map(key -> new Field("$key", key.expr().type()))
                        .toList());
    }

    /** Reads the input and gives the rows in order. */
    List<Batch> run() {
        long limit = sort.limit().orElse(Long.MAX_VALUE);
        HeldRows held = new HeldRows(sort.limit().isPresent() ? "top" : "sort", keyed, context.memory());
        long enough = limit > Integer.MAX_VALUE ? Long.MAX_VALUE : limit + Math.max(SLACK * limit, context.batchRows());
        try (OrderedMap<Batch, Batch> batches = input.map(context, this::withKeys)) {
            for (var batch = batches.next(); batch.isPresent() && limit > 0; batch = batches.next()) {
                if (batch.get().rows() > 0) {
                    held.add(batch.get());
                }
                if (held.rows() > enough) {
                    held.replace(sorted(held.joined(), limit));
                }
            }
        }
        input.source().close();
        Batch rows = sorted(held.joined(), limit);
        held.release();
        int columns = sort.schema().size();
        return List.of(new Batch(sort.schema(), rows.columns().subList(0, columns), rows.rows()));
    }

    private Batch withKeys(Batch batch) {
        Frame frame = Frame.of(batch);
        List<Vector> columns = new ArrayList<>(batch.columns());
        keys.forEach(key -> columns.add(key.evaluate(frame)));
        return new Batch(keyed, columns, batch.rows());
    }

    private Batch sorted(Batch batch, long limit) {
        List<Vector> values = batch.columns().subList(sort.schema().size(), keyed.size());
        int[] order = RowOrder.of(sort.keys(), values, batch.rows());
        return batch.take(order, (int) Math.min(limit, order.length));
    }
}

package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Vector;
import io.quarry.engine.expression.Evaluator;
import io.quarry.engine.expression.ExpressionCompiler;
import io.quarry.engine.expression.Frame;
import io.quarry.engine.key.KeyTable;
import io.quarry.engine.run.RunContext;
import io.quarry.engine.window.Partitions;
import io.quarry.plan.Expr;
import java.util.ArrayList;
import java.util.List;

/**
 * All rows of an input, and the partitions that keys make of them.
 *
 * @param held counts the rows until it is released
 */
record KeyedRows(Batch rows, Partitions partitions, HeldRows held) {
    private static final long BYTES_OF_PLACE = 3L * Integer.BYTES;

    /** Reads the input whole; keys are computed on the run's threads. */
    static KeyedRows read(String operator, Pipeline input, Schema schema, List<Expr> keys, RunContext context) {
        List<Evaluator> evaluators = ExpressionCompiler.compile(keys);
        Schema keyed = schema.plus(
                keys.stream().map(key -> new Field("$key", key.type())).toList());
        HeldRows held = new HeldRows(operator, keyed, context.memory());
        try (OrderedMap<Batch, Batch> batches = input.map(context, batch -> withKeys(batch, keyed, evaluators))) {
            for (var batch = batches.next(); batch.isPresent(); batch = batches.next()) {
                if (batch.get().rows() > 0) {
                    held.add(batch.get());
                }
            }
        }
        input.source().close();
        Batch all = held.joined();
        held.reserve(BYTES_OF_PLACE * all.rows());
        KeyTable table = new KeyTable(keys.stream().map(Expr::type).toList());
        int[] partitionOfRow = table.add(all.columns().subList(schema.size(), keyed.size()), all.rows());
        Batch rows = new Batch(schema, all.columns().subList(0, schema.size()), all.rows());
        return new KeyedRows(rows, Partitions.of(partitionOfRow, table.size()), held);
    }

    private static Batch withKeys(Batch batch, Schema keyed, List<Evaluator> keys) {
        Frame frame = Frame.of(batch);
        List<Vector> columns = new ArrayList<>(batch.columns());
        keys.forEach(key -> columns.add(key.evaluate(frame)));
        return new Batch(keyed, columns, batch.rows());
    }
}

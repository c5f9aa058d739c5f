package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Vector;
import io.quarry.engine.expression.Evaluator;
import io.quarry.engine.expression.ExpressionCompiler;
import io.quarry.engine.expression.Frame;
import io.quarry.engine.run.RunContext;
import io.quarry.plan.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** An input that is read whole; keys that are no columns of it are carried as columns behind them. */
final class KeyedInput {
    private final Schema schema;
    private final Schema keyed;

    /** For each key the column that holds it. */
    private final List<Integer> places = new ArrayList<>();

    private final List<Evaluator> computed;

    KeyedInput(Schema schema, List<Expr> keys) {
        this.schema = schema;
        List<Expr> others = new ArrayList<>();
        for (Expr key : keys) {
            if (key instanceof Expr.Column column) {
                places.add(column.index());
            } else {
                places.add(schema.size() + others.size());
                others.add(key);
            }
        }
        this.keyed = schema.plus(
                others.stream().map(key -> new Field("$key", key.type())).toList());
        this.computed = ExpressionCompiler.compile(others);
    }

    /**
     * All rows with their keys, which are computed on the run's threads.
     *
     * @param operator whom the memory is counted for
     */
    HeldRows read(String operator, Pipeline input, RunContext context) {
        return readWhile(held -> true, operator, input, context);
    }

    /**
     * As {@link #read}, as long as more is wanted.
     *
     * @param wantsMore asked before each batch; may replace the rows that are held by fewer
     */
    HeldRows readWhile(Predicate<HeldRows> wantsMore, String operator, Pipeline input, RunContext context) {
        HeldRows held = new HeldRows(operator, keyed, context.memory());
        try (OrderedMap<Batch, Batch> batches = input.map(context, this::withKeys)) {
            while (wantsMore.test(held)) {
                var batch = batches.next();
                if (batch.isEmpty()) {
                    break;
                }
                if (batch.get().rows() > 0) {
                    held.add(batch.get());
                }
            }
        }
        input.source().close();
        return held;
    }

    /** The rows without their keys. */
    Batch withoutKeys(Batch rows) {
        return new Batch(schema, rows.columns().subList(0, schema.size()), rows.rows());
    }

    /** For each key the vector of its values. */
    List<Vector> keysOf(Batch rows) {
        return places.stream().map(rows::column).toList();
    }

    private Batch withKeys(Batch batch) {
        Frame frame = Frame.of(batch);
        List<Vector> columns = new ArrayList<>(batch.columns());
        computed.forEach(key -> columns.add(key.evaluate(frame)));
        return new Batch(keyed, columns, batch.rows());
    }
}

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
import io.quarry.plan.Expr;
import java.util.ArrayList;
import java.util.List;

/** The right side of a join: all its rows, found by key. Safe for threads. */
final class JoinBuild {
    private final KeyTable table;
    private final Batch rows;
    private final int[] keyOfRow;

    /** The rows of key {@code k}, in order, are {@code rowsByKey[starts[k]..starts[k + 1])}. */
    private final int[] starts;

    private final int[] rowsByKey;

    private JoinBuild(KeyTable table, Batch rows, int[] keyOfRow, int[] starts, int[] rowsByKey) {
        this.table = table;
        this.rows = rows;
        this.keyOfRow = keyOfRow;
        this.starts = starts;
        this.rowsByKey = rowsByKey;
    }

    /** Reads the right side; its rows are counted in {@code held} until that is released. */
    static JoinBuild read(Pipeline right, Schema schema, List<Expr> keys, HeldRows held, RunContext context) {
        List<Evaluator> evaluators = ExpressionCompiler.compile(keys);
        try (OrderedMap<Batch, Batch> batches =
                right.map(context, batch -> withKeys(batch, held.schema(), evaluators))) {
            for (var batch = batches.next(); batch.isPresent(); batch = batches.next()) {
                if (batch.get().rows() > 0) {
                    held.add(batch.get());
                }
            }
        }
        right.source().close();
        Batch all = held.joined();
        held.reserve(3L * Integer.BYTES * all.rows());
        int width = schema.size();
        KeyTable table = new KeyTable(keys.stream().map(Expr::type).toList());
        int[] keyOfRow = table.add(all.columns().subList(width, all.columns().size()), all.rows());
        Batch rows = new Batch(schema, all.columns().subList(0, width), all.rows());
        return index(table, rows, keyOfRow);
    }

    /** The columns of the right side with those of its keys behind them. */
    static Schema keyed(Schema schema, List<Expr> keys) {
        return schema.plus(
                keys.stream().map(key -> new Field("$key", key.type())).toList());
    }

    private static Batch withKeys(Batch batch, Schema keyed, List<Evaluator> keys) {
        Frame frame = Frame.of(batch);
        List<Vector> columns = new ArrayList<>(batch.columns());
        keys.forEach(key -> columns.add(key.evaluate(frame)));
        return new Batch(keyed, columns, batch.rows());
    }

    private static JoinBuild index(KeyTable table, Batch rows, int[] keyOfRow) {
        int[] starts = new int[table.size() + 1];
        for (int key : keyOfRow) {
            starts[key + 1]++;
        }
        for (int key = 0; key < table.size(); key++) {
            starts[key + 1] += starts[key];
        }
        int[] next = starts.clone();
        int[] rowsByKey = new int[keyOfRow.length];
        for (int row = 0; row < keyOfRow.length; row++) {
            rowsByKey[next[keyOfRow[row]]++] = row;
        }
        return new JoinBuild(table, rows, keyOfRow, starts, rowsByKey);
    }

    Batch rows() {
        return rows;
    }

    int keyCount() {
        return table.size();
    }

    /** The number of a right row's key. */
    int keyOf(int row) {
        return keyOfRow[row];
    }

    /** For each row of the left side the number of its key here, or {@link KeyTable#ABSENT}. */
    int[] keysOf(List<Vector> leftKeys, int leftRows) {
        return table.find(leftKeys, leftRows);
    }

    int start(int key) {
        return starts[key];
    }

    int end(int key) {
        return starts[key + 1];
    }

    /** The row at a place between {@link #start} and {@link #end} of its key. */
    int row(int place) {
        return rowsByKey[place];
    }
}

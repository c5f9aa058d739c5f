package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.data.Schema;
import io.quarry.data.Vector;
import io.quarry.engine.key.KeyTable;
import io.quarry.engine.run.RunContext;
import io.quarry.plan.Expr;
import java.util.List;

/** The right side of a join: all its rows, found by key. Safe for threads. */
final class JoinBuild {
    private static final long BYTES_OF_PLACE = 3L * Integer.BYTES;

    private final KeyTable table;
    private final HeldRows held;
    private final Batch rows;
    private final int[] keyOfRow;

    /** The rows of key {@code k}, in order, are {@code rowsByKey[starts[k]..starts[k + 1])}. */
    private final int[] starts;

    private final int[] rowsByKey;

    private JoinBuild(KeyTable table, HeldRows held, int[] keyOfRow, int[] starts, int[] rowsByKey) {
        this.table = table;
        this.held = held;
        this.rows = held.joined();
        this.keyOfRow = keyOfRow;
        this.starts = starts;
        this.rowsByKey = rowsByKey;
    }

    /** Reads the right side, which is held until {@link #release}. */
    static JoinBuild read(Pipeline right, Schema schema, List<Expr> keys, RunContext context) {
        KeyedInput keyed = new KeyedInput(schema, keys);
        HeldRows held = keyed.read("join (right side)", right, context);
        Batch all = held.joined();
        KeyTable table = new KeyTable(keys.stream().map(Expr::type).toList());
        int[] keyOfRow = table.add(keyed.keysOf(all), all.rows());
        held.replace(keyed.withoutKeys(all));
        held.reserve(BYTES_OF_PLACE * all.rows());
        return index(table, held, keyOfRow);
    }

    private static JoinBuild index(KeyTable table, HeldRows held, int[] keyOfRow) {
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
        return new JoinBuild(table, held, keyOfRow, starts, rowsByKey);
    }

    Batch rows() {
        return rows;
    }

    void release() {
        held.release();
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

package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.data.Schema;
import io.quarry.engine.key.KeyTable;
import io.quarry.engine.run.RunContext;
import io.quarry.engine.window.Partitions;
import io.quarry.plan.Expr;
import java.util.List;

/**
 * All rows of an input, and the partitions that keys make of them.
 *
 * @param held counts both until it is released
 */
record KeyedRows(Batch rows, Partitions partitions, HeldRows held) {
    private static final long BYTES_OF_PLACE = 3L * Integer.BYTES;

    /** Reads the input whole. */
    static KeyedRows read(String operator, Pipeline input, Schema schema, List<Expr> keys, RunContext context) {
        KeyedInput keyed = new KeyedInput(schema, keys);
        HeldRows held = keyed.read(operator, input, context);
        Batch all = held.joined();
        KeyTable table = new KeyTable(keys.stream().map(Expr::type).toList());
        int[] partitionOfRow = table.add(keyed.keysOf(all), all.rows());
        held.replace(keyed.withoutKeys(all));
        held.reserve(BYTES_OF_PLACE * all.rows());
        return new KeyedRows(held.joined(), Partitions.of(partitionOfRow, table.size()), held);
    }
}

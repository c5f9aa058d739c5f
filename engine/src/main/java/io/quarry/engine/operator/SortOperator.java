package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.engine.column.RowOrder;
import io.quarry.engine.run.RunContext;
import io.quarry.plan.Plan;
import io.quarry.plan.SortKey;

/**
 * Sorts. Keys are computed on the run's threads and carried as columns after the input's. With a limit, no more than a
 * few times that many rows are held.
 */
final class SortOperator {
    private static final int SLACK = 4;

    private final Plan.Sort sort;
    private final Pipeline input;
    private final RunContext context;
    private final KeyedInput keyed;
    private final long limit;

    /** With more rows than that, the first of them are looked for. */
    private final long enough;

    SortOperator(Plan.Sort sort, Pipeline input, RunContext context) {
        this.sort = sort;
        this.input = input;
        this.context = context;
        this.keyed = new KeyedInput(
                sort.schema(), sort.keys().stream().map(SortKey::expr).toList());
        this.limit = sort.limit().orElse(Long.MAX_VALUE);
        this.enough = limit > Integer.MAX_VALUE ? Long.MAX_VALUE : limit + Math.max(SLACK * limit, context.batchRows());
    }

    /** Reads the input and gives the rows in order. */
    HeldRows run() {
        HeldRows held =
                keyed.readWhile(this::isWorthReading, sort.limit().isPresent() ? "top" : "sort", input, context);
        held.replace(keyed.withoutKeys(sorted(held)));
        return held;
    }

    /** False where no row is wanted; keeps the first of many rows. */
    private boolean isWorthReading(HeldRows held) {
        if (held.rows() > enough) {
            held.replace(sorted(held));
        }
        return limit > 0;
    }

    private Batch sorted(HeldRows held) {
        Batch rows = held.joined();
        int[] order = RowOrder.of(sort.keys(), keyed.keysOf(rows), rows.rows());
        int count = (int) Math.min(limit, order.length);
        held.reserveCopy(count);
        return rows.take(order, count);
    }
}

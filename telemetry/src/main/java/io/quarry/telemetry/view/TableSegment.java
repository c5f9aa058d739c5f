package io.quarry.telemetry.view;

import io.quarry.data.Batch;
import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.telemetry.EventHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongPredicate;

/** Some tens of thousands of rows of a table while it grows. Not safe for threads. */
final class TableSegment {
    private static final int ROWS = 1 << 16;
    private static final int ROWS_BETWEEN_CHECKS = 256;

    private final Schema schema;
    private final List<ColumnBuilder> columns = new ArrayList<>();
    private final List<TextPool> pools;
    private final ColumnBuilder times = ColumnBuilder.of(Type.DATETIME);
    private final List<ProcessKey> processes = new ArrayList<>();
    private final BitSet droppable = new BitSet();
    private int rows;

    /** @param pools one for each column */
    TableSegment(Schema schema, List<TextPool> pools) {
        this.schema = schema;
        this.pools = pools;
        for (int i = 0; i < schema.size(); i++) {
            columns.add(ColumnBuilder.of(schema.type(i), pools.get(i)));
        }
    }

    void add(Object[] values, RowRule.Twin twin) {
        for (int i = 0; i < values.length; i++) {
            columns.get(i).add(values[i]);
        }
        droppable.set(rows++, twin == RowRule.Twin.DROP);
    }

    /** Says which process acts in the row added last; to be called for every row of the table or for none. */
    void actor(Optional<ProcessKey> process, long time) {
        processes.add(process.orElse(null));
        times.add(time == EventHeader.NO_TIME ? null : (Long) time);
    }

    boolean isFull() {
        return rows >= ROWS || rows % ROWS_BETWEEN_CHECKS == 0 && pools.stream().anyMatch(TextPool::isFull);
    }

    /** The pools to go on with in the next segment. */
    List<TextPool> nextPools() {
        return pools.stream()
                .map(pool -> pool.hasRoom() ? pool : new TextPool())
                .toList();
    }

    /** Drops the rows that may be dropped and whose event the predicate names. */
    int[] kept(int eventColumn, LongPredicate isTwin) {
        int[] kept = new int[rows];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            if (!droppable.get(row)
                    || !isTwin.test((Long) columns.get(eventColumn).at(row))) {
                kept[count++] = row;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /** Fills absent values of those rows from the starts of their processes, where these are known. */
    void remember(int[] kept, ProcessTable table, Map<Integer, ColumnBuilder> facts) {
        if (processes.isEmpty()) {
            return;
        }
        for (int row : kept) {
            if (processes.get(row) == null || !lacksAny(row, facts.keySet())) {
                continue;
            }
            Long time = (Long) times.at(row);
            OptionalInt start = table.find(processes.get(row), time == null ? EventHeader.NO_TIME : time);
            start.ifPresent(number -> remember(row, number, facts));
        }
    }

    private void remember(int row, int start, Map<Integer, ColumnBuilder> facts) {
        facts.forEach((column, fact) -> {
            if (isAbsent(column, row)) {
                columns.get(column).copy(row, fact, start);
            }
        });
    }

    private boolean lacksAny(int row, Set<Integer> wanted) {
        for (int column : wanted) {
            if (isAbsent(column, row)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAbsent(int column, int row) {
        return columns.get(column).isAbsent(row);
    }

    /** Makes absent texts empty. */
    void fillTexts() {
        for (ColumnBuilder column : columns) {
            if (column instanceof ColumnBuilder.Texts texts) {
                texts.fillAbsent("");
            }
        }
    }

    Batch build(int[] kept) {
        List<Vector> vectors = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            vectors.add(columns.get(i).build(kept, kept.length));
        }
        return new Batch(schema, vectors, kept.length);
    }
}

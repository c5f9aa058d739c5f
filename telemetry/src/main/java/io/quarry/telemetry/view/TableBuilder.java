package io.quarry.telemetry.view;

import io.quarry.data.Batch;
import io.quarry.data.Field;
import io.quarry.data.HiddenColumns;
import io.quarry.data.Schema;
import io.quarry.data.Table;
import io.quarry.data.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Collects the rows of one table. Not safe for threads. */
final class TableBuilder {
    /** What absent texts become. */
    enum AbsentText {
        NULL,
        EMPTY
    }

    private final Schema schema;
    private final int eventColumn;
    private final AbsentText absentText;
    private final List<TableSegment> segments = new ArrayList<>();
    private final Map<ProcessKey, ProcessKey> processes = new HashMap<>();
    private TableSegment current;

    TableBuilder(Schema needed, AbsentText absentText) {
        this.schema = needed.indexOf(HiddenColumns.EVENT) >= 0
                ? needed
                : needed.plus(List.of(new Field(HiddenColumns.EVENT, Type.LONG)));
        this.eventColumn = schema.indexOf(HiddenColumns.EVENT);
        this.absentText = absentText;
        this.current = new TableSegment(
                schema, schema.fields().stream().map(field -> new TextPool()).toList());
        segments.add(current);
    }

    /** The needed columns and {@link HiddenColumns#EVENT}. */
    Schema schema() {
        return schema;
    }

    /** Appends a row; {@code values} are in the order of the schema, that of {@link HiddenColumns#EVENT} is set here. */
    void add(long event, Object[] values, RowRule.Twin twin) {
        if (current.isFull()) {
            current = new TableSegment(schema, current.nextPools());
            segments.add(current);
        }
        values[eventColumn] = event;
        current.add(values, twin);
    }

    /** Says which process acts in the row added last; to be called for every row of the table or for none. */
    void actor(Optional<ProcessKey> process, long time) {
        current.actor(process.map(key -> processes.computeIfAbsent(key, same -> same)), time);
    }

    /** The table, with what the processes tell; rows that only repeat another event's are left out. */
    Table finish(ProcessTable table, LongPredicate isTwin) {
        Map<Integer, ColumnBuilder> facts = new LinkedHashMap<>();
        for (int i = 0; i < schema.size(); i++) {
            int column = i;
            table.facts(schema.name(i)).ifPresent(fact -> facts.put(column, fact));
        }
        List<int[]> kept = new ArrayList<>();
        for (TableSegment segment : segments) {
            int[] rows = segment.kept(eventColumn, isTwin);
            segment.remember(rows, table, facts);
            if (absentText == AbsentText.EMPTY) {
                segment.fillTexts();
            }
            kept.add(rows);
        }
        return Table.of(schema, batches(kept));
    }

    private List<Batch> batches(List<int[]> kept) {
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).length > 0) {
                batches.add(segments.get(i).build(kept.get(i)));
            }
            segments.set(i, null);
        }
        return batches;
    }
}

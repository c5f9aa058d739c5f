package io.quarry.telemetry.view;

import io.quarry.data.Batch;
import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Table;
import io.quarry.data.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/** Collects the rows of one table. Not safe for threads. */
final class TableBuilder {
    /** The hidden column that holds the number of a row's event. */
    static final String EVENT = "$event";

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
        this.schema = needed.indexOf(EVENT) >= 0 ? needed : needed.plus(List.of(new Field(EVENT, Type.LONG)));
        this.eventColumn = schema.indexOf(EVENT);
        this.absentText = absentText;
        this.current = new TableSegment(
                schema, schema.fields().stream().map(field -> new TextPool()).toList());
        segments.add(current);
    }

    /** The needed columns and {@link #EVENT}. */
    Schema schema() {
        return schema;
    }

    /** Appends a row; {@code values} are in the order of the schema, that of {@link #EVENT} is set here. */
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
    LoadedTable finish(ProcessTable table, LongPredicate isTwin) {
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
        Set<String> empty = emptyColumns();
        long unseen = segments.stream().mapToLong(TableSegment::unseen).sum();
        return new LoadedTable(Table.of(schema, batches(kept)), unseen, empty);
    }

    private Set<String> emptyColumns() {
        Set<String> empty = new LinkedHashSet<>();
        for (int i = 0; i < schema.size(); i++) {
            int column = i;
            if (i != eventColumn && segments.stream().noneMatch(segment -> segment.isFilled(column))) {
                empty.add(schema.name(i));
            }
        }
        return empty;
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

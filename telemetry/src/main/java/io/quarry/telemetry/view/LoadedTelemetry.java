package io.quarry.telemetry.view;

import io.quarry.data.Table;
import io.quarry.data.TableName;
import io.quarry.data.Tables;
import io.quarry.telemetry.Event;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Telemetry in memory: the needed columns of the needed tables, and what identifies each source event. Rows stand in the
 * order of the files and of the records in them, not in the order of time. Immutable; safe for threads.
 *
 * <p>Events are numbered from 0 in the order of reading; the column {@code $event} of every table holds the number of a
 * row's event.
 */
public final class LoadedTelemetry implements Tables {
    private LoadedTelemetry() {}

    /** Events that are in memory already; event number {@code i} is element {@code i}. */
    public static LoadedTelemetry of(List<Event> events, Needs needs) {
        throw new IllegalStateException("views are not there yet: " + events.size() + " events for " + needs.tables());
    }

    /**
     * A needed table: the needed columns and {@code $event}. A table that no view fills has no rows.
     *
     * @throws IllegalArgumentException if the table was not among the needs
     */
    @Override
    public Table table(TableName name) {
        throw new IllegalArgumentException("not loaded: " + name);
    }

    /** Events read. */
    public long events() {
        return 0;
    }

    /** What identifies the event of that number. */
    public Evidence evidence(long event) {
        throw new IllegalArgumentException("no event " + event);
    }

    /**
     * The event that stands for all records of the same happening: for a Security 4688 the Sysmon 1 that records the same
     * process start, for every other event itself.
     */
    public long canonicalEvent(long event) {
        return event;
    }

    /** From the first to the last event that has a time; empty if none has. */
    public Optional<TimeRange> timeRange() {
        return Optional.empty();
    }

    /** How many events there are of each kind, in the order of kinds. */
    public Map<EventKind, Long> counts() {
        return Map.of();
    }

    /** Events that gave no row to any needed table. */
    public long eventsWithoutRow() {
        return 0;
    }

    /** Rows of the table whose initiating process has no start among the events, so that what it would tell is empty. */
    public long rowsWithoutProcessStart(TableName table) {
        return 0;
    }

    /** The needed columns of the table that are null or empty in every row, in the order of the needs. */
    public Set<String> emptyColumns(TableName table) {
        return Set.of();
    }
}

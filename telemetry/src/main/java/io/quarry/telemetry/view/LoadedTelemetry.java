package io.quarry.telemetry.view;

import io.quarry.data.Table;
import io.quarry.data.TableName;
import io.quarry.data.Tables;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.ReadProblem;
import io.quarry.telemetry.read.ReadOptions;
import io.quarry.telemetry.read.ReadReport;
import io.quarry.telemetry.read.TelemetryReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Telemetry in memory: the needed columns of the needed tables, and what identifies each source event. Rows stand in the
 * order of the files and of the records in them, not in the order of time. Immutable; safe for threads.
 *
 * <p>Events are numbered from 0 in the order of reading; the column {@code $event} of every table holds the number of a
 * row's event. On demand the column {@code $time} of every table holds the event's time as a datetime, and QRadar's events
 * have {@code $logsourcename} and {@code $logsourcetypename}, the names behind {@code logsourceid} and {@code devicetype}.
 */
public final class LoadedTelemetry implements Tables {
    private final Content content;
    private final ReadReport report;

    /**
     * What came out of loading.
     *
     * @param twins events that another event records better, with that event
     */
    record Content(
            Map<TableName, Table> tables, EvidenceLog evidence, Map<Long, Long> twins, List<ReadProblem> problems) {}

    private LoadedTelemetry(Content content, ReadReport report) {
        this.content = content;
        this.report = report;
    }

    /**
     * Reads files and folders.
     *
     * @throws io.quarry.telemetry.read.InputException if an input is not there
     */
    public static LoadedTelemetry load(List<Path> inputs, Needs needs, ReadOptions options) {
        TelemetryLoader loader = new TelemetryLoader(Views.shipped(), needs);
        ReadReport report = TelemetryReader.read(inputs, options, loader);
        return new LoadedTelemetry(loader.finish(), report);
    }

    /** Events that are in memory already; event number {@code i} is element {@code i}. Its {@link #report} is empty. */
    public static LoadedTelemetry of(List<Event> events, Needs needs) {
        TelemetryLoader loader = new TelemetryLoader(Views.shipped(), needs);
        events.forEach(loader::event);
        return new LoadedTelemetry(loader.finish(), new ReadReport(List.of(), List.of(), 0));
    }

    /**
     * A needed table: the needed columns and {@code $event}. A table that no view fills has no rows.
     *
     * @throws IllegalArgumentException if the table was not among the needs
     */
    @Override
    public Table table(TableName name) {
        Table table = content.tables().get(name);
        if (table == null) {
            throw new IllegalArgumentException("not among the needs: " + name);
        }
        return table;
    }

    /** What reading found. */
    public ReadReport report() {
        return report;
    }

    /**
     * What could not be read, in the order in which it was met; of very much damage only the first part. {@link #report}
     * counts all.
     */
    public List<ReadProblem> problems() {
        return List.copyOf(content.problems());
    }

    /** Events read. */
    public long events() {
        return content.evidence().size();
    }

    /**
     * What identifies the event of that number.
     *
     * @throws IllegalArgumentException if there is no such event
     */
    public Evidence evidence(long event) {
        return content.evidence().at(event);
    }

    /**
     * The event that stands for all records of the same happening: for a Security 4688 the Sysmon 1 that records the same
     * process start, for every other event itself.
     */
    public long canonicalEvent(long event) {
        return content.twins().getOrDefault(event, event);
    }

    /** From the first to the last event that has a time; empty if none has. */
    public Optional<TimeRange> timeRange() {
        return content.evidence().timeRange();
    }

    /** Events that name no time, so that no time window of a query holds them. */
    public long eventsWithoutTime() {
        return content.evidence().withoutTime();
    }

    /** The times of the events that have one, in the order of the events, in ticks. */
    public LongStream times() {
        return content.evidence().times();
    }
}

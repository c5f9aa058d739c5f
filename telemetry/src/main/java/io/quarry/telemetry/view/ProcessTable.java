package io.quarry.telemetry.view;

import io.quarry.data.Type;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.windows.EventTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * The process starts of all hosts, with what they tell about the process: fills the columns of rows that only name a
 * process. First every event is {@linkplain #record recorded}, in any order of time; then, after {@link #seal}, processes
 * are looked up. Not safe for threads.
 */
final class ProcessTable {
    private record HostPid(String host, long pid) {}

    private record HostGuid(String host, UUID guid) {}

    /** A kind of start, compiled to the facts that somebody needs. */
    private record StartRule(int rank, RowRule rule, EventExpression[] facts) {}

    private final Dispatch<StartRule> startRules;
    private final Dispatch<RowRule> endRules;
    private final String parentTimeColumn;
    private final Map<String, ColumnBuilder> facts = new LinkedHashMap<>();
    private final List<ProcessStart> starts = new ArrayList<>();
    private final Map<HostPid, ProcessTimeline> timelines = new HashMap<>();
    private final Map<HostGuid, Integer> byGuid = new HashMap<>();
    private int[] canonical = {};

    /** @param needed the columns that rows want to be told, with their types */
    ProcessTable(ProcessView view, Map<String, Type> needed) {
        List<StartRule> compiled = new ArrayList<>();
        List<String> columns = needed.keySet().stream()
                .filter(view.columns()::contains)
                .sorted()
                .toList();
        columns.forEach(column -> facts.put(column, ColumnBuilder.of(needed.get(column))));
        for (RowRule rule : view.starts()) {
            EventExpression[] expressions = new EventExpression[columns.size()];
            for (int i = 0; i < expressions.length; i++) {
                Type type = needed.get(columns.get(i));
                EventExpression expression = rule.columns().getOrDefault(columns.get(i), event -> null);
                expressions[i] = event -> Conversion.to(type, expression.of(event));
            }
            compiled.add(new StartRule(compiled.size(), rule, expressions));
        }
        this.startRules = new Dispatch<>(compiled, start -> start.rule().match());
        this.endRules = new Dispatch<>(view.ends(), RowRule::match);
        this.parentTimeColumn = view.parentTimeColumn();
    }

    /** Notes the event if it is the start or the end of a process. */
    void record(long number, Event event) {
        Optional<StartRule> start = startRules.first(event);
        if (start.isPresent()) {
            recordStart(number, event, start.get());
        } else {
            endRules.first(event).flatMap(RowRule::process).ifPresent(process -> recordEnd(event, process.of(event)));
        }
    }

    private void recordStart(long number, Event event, StartRule start) {
        RowRule rule = start.rule();
        ProcessKey process = rule.process().orElseThrow().of(event);
        Optional<ProcessKey> parent = rule.parent().map(reference -> reference.of(event));
        int index = starts.size();
        starts.add(new ProcessStart(start.rank(), number, EventTime.of(event), process, parent));
        int column = 0;
        for (ColumnBuilder fact : facts.values()) {
            fact.add(start.facts()[column++].of(event));
        }
        if (process.hasGuid()) {
            byGuid.putIfAbsent(new HostGuid(process.host(), process.guid()), index);
        }
        if (process.pid() != ProcessKey.NO_PID && starts.get(index).time() != EventHeader.NO_TIME) {
            timeline(process).start(index);
        }
    }

    private void recordEnd(Event event, ProcessKey process) {
        long time = EventTime.of(event);
        if (process.pid() != ProcessKey.NO_PID && time != EventHeader.NO_TIME) {
            timeline(process).end(time);
        }
    }

    private ProcessTimeline timeline(ProcessKey process) {
        return timelines.computeIfAbsent(new HostPid(process.host(), process.pid()), key -> new ProcessTimeline());
    }

    /** Ends recording: pairs twins, sorts by time, and finds the parents' own starts. */
    void seal() {
        canonical = Twins.canonical(starts);
        timelines.values().forEach(timeline -> timeline.sort(starts));
        if (facts.containsKey(parentTimeColumn)) {
            ColumnBuilder times = ColumnBuilder.of(Type.DATETIME);
            for (ProcessStart start : starts) {
                OptionalInt parent =
                        start.parent().map(key -> find(key, start.time())).orElse(OptionalInt.empty());
                times.add(
                        parent.isEmpty()
                                ? null
                                : known(starts.get(parent.getAsInt()).time()));
            }
            facts.put(parentTimeColumn, times);
        }
    }

    private static Long known(long time) {
        return time == EventHeader.NO_TIME ? null : time;
    }

    /**
     * The start of the process that an event of that time names: by GUID, or else the latest start of its process id that
     * does not contradict it. Empty if it was not seen.
     */
    OptionalInt find(ProcessKey process, long time) {
        if (process.hasGuid()) {
            Integer start = byGuid.get(new HostGuid(process.host(), process.guid()));
            if (start != null) {
                return OptionalInt.of(start);
            }
        }
        ProcessTimeline timeline = timelines.get(new HostPid(process.host(), process.pid()));
        int latest = timeline == null || time == EventHeader.NO_TIME ? -1 : timeline.at(time, starts);
        if (latest < 0) {
            return OptionalInt.empty();
        }
        int start = canonical[latest];
        return starts.get(start).process().agreesWith(process) ? OptionalInt.of(start) : OptionalInt.empty();
    }

    /** What the starts, by number, tell for that column; empty if it is not needed or no start tells it. */
    Optional<ColumnBuilder> facts(String column) {
        return Optional.ofNullable(facts.get(column));
    }

    /** The events that record what another event records better, with that event. */
    Map<Long, Long> twins() {
        Map<Long, Long> twins = new HashMap<>();
        for (int i = 0; i < canonical.length; i++) {
            if (canonical[i] != i) {
                twins.put(starts.get(i).event(), starts.get(canonical[i]).event());
            }
        }
        return twins;
    }
}

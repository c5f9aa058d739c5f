package io.quarry.telemetry.view;

import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Table;
import io.quarry.data.TableName;
import io.quarry.data.Type;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventSink;
import io.quarry.telemetry.ReadProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns events, as they come, into rows of the needed tables, and forgets them. */
final class TelemetryLoader implements EventSink {
    /** So many problems are kept; more are only counted. */
    private static final int MOST_PROBLEMS = 10_000;

    private final Map<TableName, TableFeed> feeds = new LinkedHashMap<>();
    private final EvidenceLog evidence = new EvidenceLog();
    private final List<ReadProblem> problems = new ArrayList<>();
    private final ProcessTable processes;

    TelemetryLoader(Views views, Needs needs) {
        Map<String, Type> facts = new LinkedHashMap<>();
        Set<String> told = views.processes().columns();
        for (TableName table : needs.tables()) {
            Schema schema = needs.schema(table).orElseThrow();
            boolean microsoft = table.platform().isMicrosoft();
            TableBuilder rows =
                    new TableBuilder(schema, microsoft ? TableBuilder.AbsentText.EMPTY : TableBuilder.AbsentText.NULL);
            feeds.put(table, views.feed(table, rows, needs.properties()));
            schema.fields().stream()
                    .filter(field -> microsoft && told.contains(field.name()))
                    .forEach(field -> need(facts, field));
        }
        processes = new ProcessTable(views.processes(), facts);
    }

    private static void need(Map<String, Type> facts, Field field) {
        Type known = facts.putIfAbsent(field.name(), field.type());
        if (known != null && known != field.type()) {
            throw new IllegalArgumentException("column " + field.name() + " is needed as " + known.label() + " and as "
                    + field.type().label());
        }
    }

    @Override
    public void event(Event event) {
        long number = evidence.size();
        evidence.add(event);
        processes.record(number, event);
        for (TableFeed feed : feeds.values()) {
            feed.feed(number, event);
        }
    }

    @Override
    public void problem(ReadProblem problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    /** What was loaded; nothing can be added afterwards. */
    LoadedTelemetry.Content finish() {
        processes.seal();
        evidence.seal();
        Map<Long, Long> twins = processes.twins();
        Map<TableName, Table> tables = new LinkedHashMap<>();
        feeds.forEach((name, feed) -> tables.put(name, feed.rows().finish(processes, twins::containsKey)));
        return new LoadedTelemetry.Content(tables, evidence, twins, problems);
    }
}

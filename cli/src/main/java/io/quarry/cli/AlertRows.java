package io.quarry.cli;

import io.quarry.cli.output.OutputFormat;
import io.quarry.cli.output.RowWriter;
import io.quarry.data.Batch;
import io.quarry.data.Dynamic;
import io.quarry.data.Field;
import io.quarry.data.Platform;
import io.quarry.data.Schema;
import io.quarry.data.Ticks;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.data.VectorBuilder;
import io.quarry.detect.hunt.Alert;
import io.quarry.plan.ScreenText;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.view.Evidence;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Alerts as rows: a few columns for the eye, all of them as NDJSON and CSV. */
final class AlertRows {
    private record Column(Field field, Function<Alert, Object> value) {}

    private static final Column TIME = new Column(new Field("time", Type.DATETIME), AlertRows::time);
    private static final Column CLOCK = new Column(new Field("time (UTC)", Type.STRING), AlertRows::clock);
    private static final Column HOST = new Column(new Field("host", Type.STRING), Alert::host);
    private static final Column USER = new Column(new Field("user", Type.STRING), Alert::user);
    private static final Column NAME = new Column(
            new Field("name", Type.STRING), alert -> alert.detection().name());
    private static final Column BRANCH = new Column(new Field("branch", Type.STRING), Alert::branch);
    private static final Column RISK = new Column(
            new Field("risk", Type.LONG),
            alert -> alert.risk().isPresent() ? (Long) (long) alert.risk().getAsInt() : null);
    private static final Column SEVERITY = new Column(new Field("severity", Type.STRING), Alert::severity);
    private static final Column PLATFORMS = new Column(new Field("platforms", Type.DYNAMIC), AlertRows::platforms);
    private static final Column PLATFORM_NAMES =
            new Column(new Field("seen by", Type.STRING), AlertRows::platformNames);
    private static final Column EVIDENCE = new Column(new Field("evidence", Type.DYNAMIC), AlertRows::evidence);
    private static final Column PLACE = new Column(new Field("evidence", Type.STRING), AlertRows::places);
    private static final Column ROW = new Column(new Field("row", Type.DYNAMIC), Alert::row);
    private static final Column DETECTION = new Column(
            new Field("detection", Type.STRING), alert -> alert.detection().id());

    private static final List<Column> FOR_THE_EYE =
            List.of(CLOCK, HOST, USER, NAME, BRANCH, RISK, SEVERITY, PLATFORM_NAMES, PLACE);
    /** What is left out first where lines have to be short. */
    private static final List<Column> DISPENSABLE = List.of(PLATFORM_NAMES, PLACE, SEVERITY, RISK, USER);

    private static final int GAP = 2;

    private static final List<Column> COMPLETE =
            List.of(DETECTION, NAME, BRANCH, RISK, SEVERITY, PLATFORMS, TIME, HOST, USER, ROW, EVIDENCE);

    private AlertRows() {}

    /**
     * Writes the alerts: as a table those columns that something fills and the terminal has room for, in other forms all of
     * each.
     */
    static void write(List<Alert> alerts, OutputFormat format, RowOutput.Destination destination, Writer out)
            throws IOException {
        if (alerts.isEmpty() && format == OutputFormat.TABLE) {
            return;
        }
        List<Column> columns =
                format == OutputFormat.TABLE ? fitting(filled(FOR_THE_EYE, alerts), alerts, destination) : COMPLETE;
        Schema schema = new Schema(columns.stream().map(Column::field).toList());
        List<Vector> vectors = new ArrayList<>();
        for (Column column : columns) {
            VectorBuilder builder = Vector.builder(column.field().type());
            alerts.forEach(alert -> builder.add(column.value().apply(alert)));
            vectors.add(builder.build());
        }
        try (RowWriter rows = format == OutputFormat.TABLE && destination.isTerminal()
                ? OutputFormat.cutTable(out, destination.columns())
                : format.writer(out, Optional.empty())) {
            rows.begin(schema);
            rows.rows(new Batch(schema, vectors, alerts.size()));
        }
    }

    private static List<Column> filled(List<Column> columns, List<Alert> alerts) {
        return columns.stream()
                .filter(column ->
                        alerts.stream().map(column.value()).anyMatch(value -> value != null && !value.equals("")))
                .toList();
    }

    /** The columns without those that a terminal has no room for, the least needed first. */
    private static List<Column> fitting(List<Column> columns, List<Alert> alerts, RowOutput.Destination destination) {
        List<Column> left = new ArrayList<>(columns);
        if (destination.isTerminal()) {
            boolean isOneDetection =
                    alerts.stream().map(Alert::detection).distinct().count() == 1;
            List<Column> dispensable = new ArrayList<>(DISPENSABLE);
            dispensable.add(isOneDetection ? 0 : dispensable.size(), NAME);
            for (Column column : dispensable) {
                if (width(left, alerts) > destination.columns()) {
                    left.remove(column);
                }
            }
        }
        return left;
    }

    private static int width(List<Column> columns, List<Alert> alerts) {
        return columns.stream()
                        .mapToInt(column -> GAP
                                + alerts.stream()
                                        .map(column.value())
                                        .mapToInt(value -> value == null ? 0 : ScreenText.width(value.toString()))
                                        .reduce(column.field().name().length(), Math::max))
                        .sum()
                - GAP;
    }

    private static Object time(Alert alert) {
        return alert.time() == EventHeader.NO_TIME ? null : alert.time();
    }

    /** To the millisecond, which is what Sysmon has. */
    private static Object clock(Alert alert) {
        return alert.time() == EventHeader.NO_TIME
                ? null
                : Ticks.format(alert.time()).substring(0, 23).replace('T', ' ');
    }

    private static Object platforms(Alert alert) {
        return alert.platforms().stream().map(Platform::label).toList();
    }

    private static Object platformNames(Alert alert) {
        return alert.platforms().stream().map(Platform::label).collect(Collectors.joining(" "));
    }

    private static Object places(Alert alert) {
        if (alert.evidence().isEmpty()) {
            return "";
        }
        Evidence first = alert.evidence().get(0);
        String file =
                java.nio.file.Path.of(first.location().file()).getFileName().toString();
        String more =
                alert.evidence().size() == 1 ? "" : " +" + (alert.evidence().size() - 1);
        return file + "#" + first.location().record() + more;
    }

    private static Object evidence(Alert alert) {
        List<Object> all = new ArrayList<>();
        for (Evidence event : alert.evidence()) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("file", event.location().file());
            members.put("record", event.location().record());
            members.put("event_record_id", event.recordId() < 0 ? null : event.recordId());
            members.put("event_id", event.eventId() < 0 ? null : (long) event.eventId());
            members.put("channel", event.channel());
            members.put("time", event.time() == EventHeader.NO_TIME ? null : new Dynamic.DateTime(event.time()));
            all.add(members);
        }
        return all;
    }
}

package io.quarry.bench.conformance;

import io.quarry.data.Ticks;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventField;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.EventSink;
import io.quarry.telemetry.ReadProblem;
import io.quarry.telemetry.read.FileReport;
import io.quarry.telemetry.read.ReadOptions;
import io.quarry.telemetry.read.ReadReport;
import io.quarry.telemetry.read.TelemetryReader;
import io.quarry.telemetry.windows.SystemTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Event logs against an answer sheet of independent decoders: one JSON object a line with {@code file} (relative to the
 * folder), {@code offset}, the fields of {@code System}, and {@code event_data}, {@code user_data} and {@code extra} as lists
 * of name and value. A line with {@code error} is a record that nobody can decode.
 */
final class EvtxConformance {
    private static final int SHOWN = 300;

    private final Path folder;
    private final RecordScore score;
    private final Map<String, Event> events = new LinkedHashMap<>();
    private final Set<String> problems = new HashSet<>();

    private EvtxConformance(Path folder, PrintStream out) {
        this.folder = folder;
        this.score = new RecordScore(out);
    }

    /**
     * Compares every record of the answer sheet with what we read of the folder.
     *
     * @param paths the answer sheet and the folder
     */
    static RecordScore run(List<Path> paths, PrintStream out) throws IOException {
        Path answerSheet = paths.get(0);
        EvtxConformance conformance = new EvtxConformance(paths.get(1), out);
        conformance.readFolder();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(answerSheet)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                conformance.compare(JsonTree.parse(line));
            }
        }
        conformance.events.forEach((key, event) -> conformance.score.extra(key));
        return conformance.score;
    }

    private void readFolder() {
        List<Event> all = new ArrayList<>();
        ReadReport report = TelemetryReader.read(List.of(folder), ReadOptions.defaults(), new EventSink() {
            @Override
            public void event(Event event) {
                all.add(event);
            }

            @Override
            public void problem(ReadProblem problem) {
                problems.add(key(problem.location().file(), problem.location().offset()));
            }
        });
        Set<String> logs = report.files().stream()
                .filter(file -> file.format().equals("EVTX"))
                .map(FileReport::file)
                .collect(Collectors.toSet());
        for (Event event : all) {
            if (logs.contains(event.location().file())) {
                events.put(key(event.location().file(), event.location().offset()), event);
            }
        }
    }

    private String key(String file, long offset) {
        return folder.relativize(Path.of(file)) + " at byte " + offset;
    }

    private void compare(Object line) {
        Map<?, ?> expected = (Map<?, ?>) line;
        String key = key(folder.resolve((String) expected.get("file")).toString(), (Long) expected.get("offset"));
        Event event = events.remove(key);
        if (expected.containsKey("error")) {
            if (event != null) {
                score.extra(key + ": decoded, although it is undecodable");
            } else if (!problems.contains(key)) {
                score.missing(key + ": undecodable, and no problem is reported");
            }
        } else if (event == null) {
            score.missing(key);
        } else {
            List<String> differences = differences(expected, event);
            if (differences.isEmpty()) {
                score.equal();
            } else {
                score.differ(key + "\n    " + String.join("\n    ", differences));
            }
        }
    }

    private static List<String> differences(Map<?, ?> expected, Event event) {
        List<String> out = new ArrayList<>();
        header(event).forEach((name, found) -> {
            String wanted = expected.get(name) == null ? "" : expected.get(name).toString();
            boolean isGuid = name.equals("guid") || name.endsWith("activity_id");
            if (isGuid ? !wanted.equalsIgnoreCase(found) : !wanted.equals(found)) {
                out.add(difference(name, wanted, found));
            }
        });
        if (event.location().record() != (Long) expected.get("record_id")) {
            out.add(difference(
                    "record_id", expected.get("record_id"), event.location().record()));
        }
        long time = SystemTime.parse((String) expected.get("timestamp"));
        if (time != event.header().time()) {
            out.add(difference(
                    "timestamp", expected.get("timestamp"), shown(event.header().time())));
        }
        section(out, "event_data", expected, event, EventField.Section.EVENT_DATA);
        section(out, "user_data", expected, event, EventField.Section.USER_DATA);
        section(out, "extra", expected, event, EventField.Section.OTHER);
        return out;
    }

    private static Map<String, String> header(Event event) {
        EventHeader header = event.header();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("provider", header.provider());
        values.put("event_source", header.eventSourceName());
        values.put("guid", header.providerGuid());
        values.put("event_id", header.eventId() < 0 ? "" : Integer.toString(header.eventId()));
        values.put("qualifiers", header.qualifiers());
        values.put("version", header.version());
        values.put("level", header.level());
        values.put("task", header.task());
        values.put("opcode", header.opcode());
        values.put("keywords", header.keywords());
        values.put("event_record_id", header.eventRecordId() < 0 ? "" : Long.toString(header.eventRecordId()));
        values.put("activity_id", header.activityId());
        values.put("related_activity_id", header.relatedActivityId());
        values.put("pid", header.processId());
        values.put("tid", header.threadId());
        values.put("channel", header.channel());
        values.put("computer", header.computer());
        values.put("user_sid", header.userId());
        values.replaceAll((name, value) -> Objects.requireNonNullElse(value, ""));
        return values;
    }

    private static void section(
            List<String> out, String name, Map<?, ?> expected, Event event, EventField.Section section) {
        List<List<String>> wanted = new ArrayList<>();
        if (expected.get(name) instanceof List<?> pairs) {
            for (Object pair : pairs) {
                String path = (String) ((List<?>) pair).get(0);
                String leaf =
                        section == EventField.Section.EVENT_DATA ? path : path.substring(path.lastIndexOf('/') + 1);
                wanted.add(List.of(leaf, (String) ((List<?>) pair).get(1)));
            }
        }
        List<List<String>> found = event.fields().stream()
                .filter(field -> field.section() == section)
                .map(field -> List.of(field.name(), field.value()))
                .toList();
        for (int i = 0; i < Math.max(wanted.size(), found.size()); i++) {
            Object left = i < wanted.size() ? wanted.get(i) : "nothing";
            Object right = i < found.size() ? found.get(i) : "nothing";
            if (!left.equals(right)) {
                out.add(difference(name + "[" + i + "]", left, right));
                return;
            }
        }
    }

    private static String difference(String name, Object expected, Object found) {
        return name + ": expected " + cut(expected) + ", found " + cut(found);
    }

    private static String shown(long time) {
        return time == EventHeader.NO_TIME ? "none" : Ticks.format(time);
    }

    private static String cut(Object value) {
        String text = String.valueOf(value);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}

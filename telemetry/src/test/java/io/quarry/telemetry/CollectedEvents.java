package io.quarry.telemetry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A sink that keeps what it is told. */
public final class CollectedEvents implements EventSink {
    /** When the file {@code f} was written: 2026-06-01. */
    private static final long WRITTEN = io.quarry.data.Ticks.of(java.time.Instant.parse("2026-06-01T00:00:00Z"));

    private final List<Event> events = new ArrayList<>();
    private final List<ReadProblem> problems = new ArrayList<>();

    /** What a format reads out of these bytes, under the file name {@code f}. */
    public static CollectedEvents read(Format format, byte[] content) throws IOException {
        CollectedEvents collected = new CollectedEvents();
        format.read(new SourceFile("f", WRITTEN), new ByteArrayInputStream(content), collected);
        return collected;
    }

    public static CollectedEvents read(Format format, String content) throws IOException {
        return read(format, content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void event(Event event) {
        events.add(event);
    }

    @Override
    public void problem(ReadProblem problem) {
        problems.add(problem);
    }

    public List<Event> events() {
        return events;
    }

    public List<ReadProblem> problems() {
        return problems;
    }

    /** The only event. */
    public Event event() {
        if (events.size() != 1) {
            throw new AssertionError(events.size() + " events, problems " + rendered());
        }
        return events.get(0);
    }

    /** The problems as a person sees them. */
    public List<String> rendered() {
        return problems.stream().map(ReadProblem::render).toList();
    }

    /** The fields of an event as {@code name=value}. */
    public static List<String> fields(Event event) {
        return event.fields().stream()
                .map(field -> field.name() + "=" + field.value())
                .toList();
    }
}

package io.quarry.telemetry.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.telemetry.CollectedEvents;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.MadeEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NdjsonWriterTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        List<Event> events = MadeEvents.processStarts(100);
        Path file = folder.resolve("made.ndjson");
        NdjsonWriter.write(file, events);
        CollectedEvents read = CollectedEvents.read(new JsonFormat(), Files.readAllBytes(file));
        assertThat(read.rendered()).isEmpty();
        assertThat(read.events())
                .extracting(Event::header)
                .isEqualTo(events.stream().map(Event::header).toList());
        assertThat(read.events())
                .extracting(Event::fields)
                .isEqualTo(events.stream().map(Event::fields).toList());
    }

    @Test
    void everyEventIsOneLine() throws IOException {
        Path file = folder.resolve("made.ndjson");
        NdjsonWriter.write(file, MadeEvents.processStarts(10));
        assertThat(Files.readAllLines(file)).hasSize(10).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }
}

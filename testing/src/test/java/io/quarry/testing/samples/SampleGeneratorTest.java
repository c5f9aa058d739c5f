package io.quarry.testing.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventField;
import io.quarry.telemetry.EventSink;
import io.quarry.telemetry.ReadProblem;
import io.quarry.telemetry.read.ReadOptions;
import io.quarry.telemetry.read.TelemetryReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SampleGeneratorTest {
    private static final Path PROJECT = Path.of("..");

    @Test
    void theSamplesThatShipAreThoseThatTheCodeMakes(@TempDir Path made) throws IOException {
        SampleGenerator.write(PROJECT, made);
        Map<String, byte[]> expected = contents(made);
        Map<String, byte[]> shipped = contents(PROJECT.resolve("samples"));
        assertThat(shipped.keySet()).as("run scripts/make-samples").containsExactlyElementsOf(expected.keySet());
        expected.forEach((name, bytes) -> assertThat(shipped.get(name))
                .as("%s: run scripts/make-samples", name)
                .isEqualTo(bytes));
    }

    @Test
    void bothFormsHoldTheSameRecords() throws IOException {
        List<String> logs = records(PROJECT.resolve("samples/clickonce"));
        List<String> lines = records(PROJECT.resolve("samples/clickonce-ndjson"));
        assertThat(logs).hasSizeGreaterThan(2_000).hasSameSizeAs(lines);
        assertThat(lines).containsExactlyInAnyOrderElementsOf(logs);
    }

    /** What identifies and fills each event, wherever it was read from. */
    private static List<String> records(Path folder) {
        List<String> records = new ArrayList<>();
        TelemetryReader.read(List.of(folder), ReadOptions.defaults(), new EventSink() {
            @Override
            public void event(Event event) {
                StringBuilder text = new StringBuilder(event.header().toString());
                for (EventField field : event.fields()) {
                    text.append('\n').append(field.name()).append('=').append(field.value());
                }
                records.add(text.toString());
            }

            @Override
            public void problem(ReadProblem problem) {
                throw new AssertionError(problem.render());
            }
        });
        return records;
    }

    /** Files below a folder; compressed ones unpacked, because compression differs between versions of zlib. */
    private static Map<String, byte[]> contents(Path folder) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (name.endsWith(".gz")) {
                    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                        contents.put(name, in.readAllBytes());
                    }
                } else if (!name.endsWith(".md")) {
                    contents.put(name, Files.readAllBytes(file));
                }
            }
        }
        return contents;
    }
}

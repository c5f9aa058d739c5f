package io.quarry.telemetry.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarry.telemetry.CollectedEvents;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventLocation;
import io.quarry.telemetry.EventSink;
import io.quarry.telemetry.MadeEvents;
import io.quarry.telemetry.ReadProblem;
import io.quarry.telemetry.evtx.EvtxWriter;
import io.quarry.telemetry.json.NdjsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TelemetryReaderTest {
    @TempDir
    Path folder;

    private final CollectedEvents sink = new CollectedEvents();

    @Test
    void folderIsReadInTheOrderOfNamesWhateverTheThreads() throws IOException {
        Files.createDirectories(folder.resolve("b/c"));
        EvtxWriter.write(folder.resolve("b/c/1.log"), MadeEvents.processStarts(3000));
        NdjsonWriter.write(folder.resolve("a.bin"), MadeEvents.processStarts(700));
        EvtxWriter.write(folder.resolve("z"), MadeEvents.processStarts(900));
        List<EventLocation> expected = locations(1);
        assertThat(expected).hasSize(4600);
        assertThat(expected.get(0).file()).endsWith("a.bin");
        assertThat(expected.get(700).file()).endsWith("1.log");
        assertThat(locations(2)).isEqualTo(expected);
        assertThat(locations(7)).isEqualTo(expected);
    }

    @Test
    void reportCountsFilesRecordsAndBytes() throws IOException {
        Path log = folder.resolve("made.evtx");
        EvtxWriter.write(log, MadeEvents.processStarts(10));
        ReadReport report = read(folder);
        assertThat(report.files()).containsExactly(new FileReport(log.toString(), "EVTX", Files.size(log), 10, 0));
        assertThat(report.records()).isEqualTo(10);
        assertThat(report.bytes()).isEqualTo(Files.size(log));
        assertThat(report.problems()).isZero();
        assertThat(report.skipped()).isEmpty();
    }

    @Test
    void packedFilesAreReadByContent() throws IOException {
        Path log = folder.resolve("made.evtx");
        EvtxWriter.write(log, MadeEvents.processStarts(500));
        byte[] packed = gzip(Files.readAllBytes(log));
        Files.write(folder.resolve("packed"), packed);
        assertThat(read(folder).files()).extracting(FileReport::records).containsExactly(500L, 500L);
        Files.write(folder.resolve("packed"), Arrays.copyOf(packed, packed.length / 2));
        ReadReport cut = read(folder);
        assertThat(cut.records()).isBetween(501L, 999L);
        assertThat(sink.rendered()).anyMatch(problem -> problem.contains("packed: the packed data ends too early"));
    }

    @Test
    void damageOfPackedDataIsSaidAndWhatStandsBeforeItRead() throws IOException {
        StringBuilder lines = new StringBuilder();
        new Random(5).ints(4000).forEach(number -> lines.append("<13>Mar  2 14:00:05 ws01 su: " + number + "\n"));
        byte[] packed = gzip(lines.toString().getBytes(StandardCharsets.UTF_8));
        Arrays.fill(packed, packed.length / 2, packed.length / 2 + 100, (byte) 0xff);
        Files.write(folder.resolve("a"), packed);
        Files.write(folder.resolve("b"), Arrays.copyOf(packed, 6));
        ReadReport report = read(folder);
        assertThat(report.records()).isBetween(100L, 4000L);
        assertThat(sink.rendered())
                .anyMatch(problem -> problem.contains("a: the packed data is damaged"))
                .anyMatch(problem -> problem.endsWith("b: cannot be read: the packed data ends inside its header"));
    }

    @Test
    void aMessageThatCarriesXmlIsOfSyslog() throws IOException {
        Files.writeString(
                folder.resolve("a.log"),
                "<13>Mar  2 14:00:05 ws01 <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>"
                        + "<System><EventID>1</EventID></System></Event>\n");
        ReadReport report = read(folder);
        assertThat(report.files()).extracting(FileReport::format).containsExactly("syslog");
        assertThat(report.problems()).isZero();
        assertThat(report.records()).isEqualTo(1);
    }

    @Test
    void whatIsNoTelemetryIsSkippedAndSaid() throws IOException {
        Files.writeString(folder.resolve("readme.md"), "# Read me");
        Files.write(folder.resolve("random.evtx"), new byte[] {1, 2, 3, 0, (byte) 200});
        ReadReport report = read(folder);
        assertThat(report.files()).isEmpty();
        assertThat(report.skipped())
                .extracting(SkippedFile::file)
                .containsExactly(
                        folder.resolve("random.evtx").toString(),
                        folder.resolve("readme.md").toString());
        assertThat(report.skipped().get(0).reason()).startsWith("none of the known formats (EVTX, ");
        assertThat(report.skipped().get(1).reason()).startsWith("a text file of none of the known formats");
    }

    @Test
    void emptyFileIsAProblem() throws IOException {
        Files.createFile(folder.resolve("empty.evtx"));
        ReadReport report = read(folder);
        assertThat(report.problems()).isEqualTo(1);
        assertThat(report.skipped()).isEmpty();
        assertThat(sink.rendered()).containsExactly(folder.resolve("empty.evtx") + ": is empty");
    }

    @Test
    void missingInputIsRefusedBeforeAnythingIsRead() throws IOException {
        NdjsonWriter.write(folder.resolve("a"), MadeEvents.processStarts(1));
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> TelemetryReader.read(List.of(folder, missing), ReadOptions.defaults(), sink))
                .isInstanceOf(InputException.class)
                .hasMessage(missing + ": no such file or folder");
        assertThat(sink.events()).isEmpty();
    }

    @Test
    void filesThatSeveralNamesLeadToAreReadOnce() throws IOException {
        Files.createDirectory(folder.resolve("logs"));
        NdjsonWriter.write(folder.resolve("logs/a"), MadeEvents.processStarts(1));
        Files.createSymbolicLink(folder.resolve("logs/b"), folder.resolve("logs/a"));
        Files.createSymbolicLink(folder.resolve("logs/loop"), folder);
        Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("gone"));
        ReadReport report = read(folder);
        assertThat(report.records()).isEqualTo(1);
        assertThat(report.skipped()).hasSize(2).allMatch(skipped -> skipped.reason()
                .startsWith("the same as "));
        assertThat(sink.rendered())
                .containsExactly(folder.resolve("nowhere") + ": cannot be read: the link leads nowhere");
    }

    @Test
    void folderWithoutPermissionIsAProblem() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            Assumptions.assumeFalse(Files.isReadable(closed), "skipped: this user may read everything");
            assertThat(read(folder).problems()).isEqualTo(1);
            assertThat(sink.rendered()).containsExactly(closed + ": cannot be read: permission denied");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void progressEndsAtTheTotal() throws IOException {
        EvtxWriter.write(folder.resolve("a"), MadeEvents.processStarts(2000));
        List<long[]> heard = new ArrayList<>();
        TelemetryReader.read(
                List.of(folder),
                new ReadOptions(2, (done, total, events) -> heard.add(new long[] {done, total, events})),
                sink);
        long size = Files.size(folder.resolve("a"));
        assertThat(heard.get(heard.size() - 1)).containsExactly(size, size, 2000);
    }

    @Test
    void failureOfTheSinkEndsTheRead() throws IOException {
        EvtxWriter.write(folder.resolve("a"), MadeEvents.processStarts(20_000));
        EventSink failing = new EventSink() {
            @Override
            public void event(Event event) {
                throw new IllegalStateException("full");
            }

            @Override
            public void problem(ReadProblem problem) {}
        };
        assertThatThrownBy(() -> TelemetryReader.read(List.of(folder), ReadOptions.defaults(), failing))
                .hasMessage("full");
    }

    private ReadReport read(Path input) {
        return TelemetryReader.read(List.of(input), ReadOptions.defaults(), sink);
    }

    private List<EventLocation> locations(int threads) {
        CollectedEvents collected = new CollectedEvents();
        TelemetryReader.read(List.of(folder), new ReadOptions(threads, ReadProgress.NONE), collected);
        return collected.events().stream().map(Event::location).toList();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }
}

package io.quarry.telemetry.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.telemetry.CollectedEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real logs, and copies that were damaged on purpose. */
final class RealLogsTest {
    private static Path logs;

    @BeforeAll
    static void find() {
        String named = System.getProperty("quarry.shared");
        Path shared = named != null ? Path.of(named) : null;
        for (Path folder = Path.of("").toAbsolutePath();
                folder != null && shared == null;
                folder = folder.getParent()) {
            shared = Files.isDirectory(folder.resolve("shared")) ? folder.resolve("shared") : null;
        }
        Assumptions.assumeTrue(
                shared != null && Files.isDirectory(shared.resolve("data/evtx")), "skipped: ../shared is absent");
        logs = shared.resolve("data/evtx/robustness");
    }

    @Test
    void soundLogIsReadWithoutAProblem() throws IOException {
        CollectedEvents read = read("security.evtx");
        assertThat(read.events()).hasSizeGreaterThan(2000);
        assertThat(read.rendered()).isEmpty();
    }

    @Test
    void wrongChecksumsAndCountsCostNoRecord() throws IOException {
        for (String name : new String[] {
            "bad-chunk-crc", "bad-header-crc", "dirty", "free-space-past-end", "swapped-chunks", "zero-header"
        }) {
            assertThat(read("made/" + name + ".evtx").events()).as(name).hasSize(260);
        }
    }

    @Test
    void secondOfTwoFilesIsSaidToBeUnread() throws IOException {
        CollectedEvents read = read("made/two-files.evtx");
        assertThat(read.events()).hasSize(260);
        assertThat(read.rendered().get(0)).contains("another file header stands where a chunk was expected");
    }

    @Test
    void damagedRecordsCostThemselvesOrTheRestOfTheirChunk() throws IOException {
        assertThat(read("made/record-of-ff.evtx").events()).hasSize(259);
        assertThat(read("made/zero-record-size.evtx").events()).hasSize(214);
        assertThat(read("made/huge-record-size.evtx").events()).hasSize(214);
        assertThat(read("made/cut-in-chunk.evtx").events()).hasSize(121);
        assertThat(read("made/cut-in-record.evtx").events()).hasSize(45);
        for (String name : new String[] {"record-of-ff", "zero-record-size", "huge-record-size", "cut-in-chunk"}) {
            assertThat(read("made/" + name + ".evtx").rendered()).as(name).isNotEmpty();
        }
    }

    @Test
    void changedLogsComeToAnEnd() throws IOException {
        for (String name : new String[] {"new-user-security.evtx", "made/cut-in-chunk.evtx"}) {
            byte[] log = Files.readAllBytes(logs.resolve(name));
            for (int seed = 0; seed < 100; seed++) {
                Random random = new Random(seed);
                byte[] bytes = Arrays.copyOf(log, Math.min(log.length, 300_000));
                for (int i = random.nextInt(500); i > 0; i--) {
                    bytes[4096 + random.nextInt(bytes.length - 4096)] = (byte) random.nextInt(256);
                }
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(5),
                        () -> CollectedEvents.read(new EvtxFormat(), bytes),
                        name + ", seed " + seed);
            }
        }
    }

    private static CollectedEvents read(String name) throws IOException {
        return CollectedEvents.read(new EvtxFormat(), Files.readAllBytes(logs.resolve(name)));
    }
}

package io.quarry.telemetry.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.telemetry.CollectedEvents;
import io.quarry.telemetry.Head;
import io.quarry.telemetry.MadeEvents;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DamagedLogTest {
    private static final int CHUNK = 4096;
    private static final int EVENTS = 300;

    @TempDir
    Path folder;

    private byte[] log;

    @BeforeEach
    void write() throws IOException {
        Path file = folder.resolve("made.evtx");
        EvtxWriter.write(file, MadeEvents.processStarts(EVENTS));
        log = Files.readAllBytes(file);
    }

    @Test
    void truncatedChunkIsReadUpToItsEndAndReportedWithItsOffset() throws IOException {
        int second = CHUNK + Chunk.SIZE;
        CollectedEvents read = read(Arrays.copyOf(log, second + 20_000));
        assertThat(read.events()).hasSizeBetween(1, EVENTS - 1);
        assertThat(read.rendered().get(0))
                .isEqualTo("f: at byte 69632: the file ends 20000 bytes into this chunk of 65536");
        assertThat(read.rendered().get(1)).contains("bytes are left");
    }

    @Test
    void recordOfSizeZeroEndsTheChunkButNotTheFile() throws IOException {
        int record = secondRecord();
        putInt(record + 4, 0);
        CollectedEvents read = read(log);
        assertThat(read.rendered())
                .anyMatch(
                        problem -> problem.startsWith("f: at byte " + record + ": record size 0, expected at least 28"))
                .anyMatch(problem -> problem.contains("checksum of the chunk's records"));
        assertThat(read.events().get(0).location().record()).isEqualTo(1);
        assertThat(read.events().get(1).location().offset()).isGreaterThan(CHUNK + Chunk.SIZE);
    }

    @Test
    void recordOfHugeSizeEndsTheChunk() throws IOException {
        int record = secondRecord();
        putInt(record + 4, 0x7fffffff);
        assertThat(read(log).rendered()).anyMatch(problem -> problem.contains("record size 2147483647, but"));
    }

    @Test
    void recordWithoutSenseCostsOnlyItself() throws IOException {
        int record = secondRecord();
        Arrays.fill(log, record + 24, record + 60, (byte) 0xff);
        CollectedEvents read = read(log);
        assertThat(read.events()).hasSize(EVENTS - 1);
        assertThat(read.rendered())
                .anyMatch(problem -> problem.startsWith("f: record 2 at byte " + record + ": unexpected token 0xff"));
    }

    @Test
    void recordOfZerosIsAProblemAndNoEmptyEvent() throws IOException {
        int record = secondRecord();
        Arrays.fill(log, record + 24, record + 200, (byte) 0);
        CollectedEvents read = read(log);
        assertThat(read.events()).hasSize(EVENTS - 1);
        assertThat(read.rendered()).anyMatch(problem -> problem.contains("no element in the record"));
    }

    @Test
    void damagedFileHeaderIsReportedAndChunksAreRead() throws IOException {
        Arrays.fill(log, 0, 128, (byte) 0);
        assertThat(new EvtxFormat().recognizes(new Head(Arrays.copyOf(log, 16_384))))
                .isTrue();
        CollectedEvents read = read(log);
        assertThat(read.events()).hasSize(EVENTS);
        assertThat(read.rendered()).singleElement().asString().contains("file header is missing or damaged");
    }

    @Test
    void missingFileHeaderIsReportedAndChunksAreRead() throws IOException {
        CollectedEvents read = read(Arrays.copyOfRange(log, CHUNK, log.length));
        assertThat(read.events()).hasSize(EVENTS);
        assertThat(read.rendered()).singleElement().asString().contains("expected a file header");
    }

    @Test
    void wrongChecksumsAreReportedAndRecordsAreRead() throws IOException {
        putInt(124, 1);
        putInt(CHUNK + 52, 2);
        CollectedEvents read = read(log);
        assertThat(read.events()).hasSize(EVENTS);
        assertThat(read.rendered()).hasSize(3).allMatch(problem -> problem.contains("checksum of the"));
    }

    @Test
    void unusedSlotIsNoProblemAndGarbageIs() throws IOException {
        byte[] longer = Arrays.copyOf(log, log.length + 2 * Chunk.SIZE);
        longer[longer.length - 7] = 1;
        CollectedEvents read = read(longer);
        assertThat(read.events()).hasSize(EVENTS);
        assertThat(read.rendered())
                .singleElement()
                .isEqualTo("f: at byte " + (log.length + Chunk.SIZE)
                        + ": neither a chunk nor unused space; 65536 bytes are not read");
    }

    @Test
    void freeSpaceBehindTheChunkIsReportedAndRecordsAreRead() throws IOException {
        putInt(CHUNK + 48, 0xffffff);
        CollectedEvents read = read(log);
        assertThat(read.events()).hasSize(EVENTS);
        assertThat(read.rendered()).singleElement().asString().contains("records end at 16777215");
    }

    @Test
    void fileShorterThanItsHeaderIsReported() throws IOException {
        assertThat(read(Arrays.copyOf(log, 100)).rendered())
                .containsExactly("f: at byte 0: the file ends after 100 bytes, inside its header of 4096");
    }

    private static CollectedEvents read(byte[] content) throws IOException {
        return CollectedEvents.read(new EvtxFormat(), content);
    }

    private int secondRecord() {
        int first = CHUNK + Chunk.HEADER_SIZE;
        return first + ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN).getInt(first + 4);
    }

    private void putInt(int position, int value) {
        ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN).putInt(position, value);
    }
}

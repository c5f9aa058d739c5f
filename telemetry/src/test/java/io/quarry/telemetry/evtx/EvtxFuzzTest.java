package io.quarry.telemetry.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.telemetry.CollectedEvents;
import io.quarry.telemetry.MadeEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any bytes give events or problems, soon. A failure prints the seed that repeats it. */
final class EvtxFuzzTest {
    private static final int ROUNDS = 400;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @Test
    void randomBytes() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            byte[] bytes = new byte[new Random(seed).nextInt(100_000)];
            new Random(seed).nextBytes(bytes);
            read(bytes, seed);
        }
    }

    @Test
    void randomRecordsInASoundChunk() throws IOException {
        byte[] log = log();
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            byte[] bytes = log.clone();
            for (int at = 4096 + 512 + 24; at < bytes.length - 300; at += 200 + random.nextInt(2000)) {
                byte[] noise = new byte[random.nextInt(100)];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, bytes, at, noise.length);
            }
            read(bytes, seed);
        }
    }

    @Test
    void singleBytesChanged() throws IOException {
        byte[] log = log();
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            byte[] bytes = log.clone();
            int changes = 1 + random.nextInt(200);
            for (int i = 0; i < changes; i++) {
                bytes[4096 + random.nextInt(bytes.length - 4096)] = (byte) random.nextInt(32);
            }
            read(bytes, seed);
        }
    }

    @Test
    void cutAnywhere() throws IOException {
        byte[] log = log();
        for (int seed = 0; seed < ROUNDS; seed++) {
            read(Arrays.copyOf(log, new Random(seed).nextInt(log.length)), seed);
        }
    }

    private byte[] log() throws IOException {
        Path file = folder.resolve("made.evtx");
        EvtxWriter.write(file, MadeEvents.processStarts(200));
        return Files.readAllBytes(file);
    }

    private static void read(byte[] bytes, int seed) {
        Assertions.assertTimeoutPreemptively(
                LIMIT,
                () -> assertThat(CollectedEvents.read(new EvtxFormat(), bytes)).isNotNull(),
                () -> "seed " + seed);
    }
}

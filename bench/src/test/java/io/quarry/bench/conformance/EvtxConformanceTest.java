package io.quarry.bench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

final class EvtxConformanceTest {
    @Test
    void everyRecordOfTheAnswerSheetIsReadAsTheOtherDecodersReadIt() throws IOException {
        Path logs = shared().resolve("data/evtx");
        Path answerSheet = logs.resolve("oracle.jsonl.gz");
        Assumptions.assumeTrue(Files.exists(answerSheet), "skipped: ../shared is absent");
        ByteArrayOutputStream differences = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(differences, true, StandardCharsets.UTF_8);
        RecordScore score = EvtxConformance.run(List.of(answerSheet, logs), out);
        assertThat(differences.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(score.line()).matches("equal=\\d{5,} differ=0 missing=0 extra=0");
    }

    private static Path shared() {
        String named = System.getProperty("quarry.shared");
        if (named != null) {
            return Path.of(named);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("shared"))) {
                return folder.resolve("shared");
            }
        }
        return Path.of("shared");
    }
}

package io.quarry.telemetry.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.data.TableName;
import io.quarry.telemetry.CollectedEvents;
import io.quarry.telemetry.read.ReadOptions;
import io.quarry.telemetry.read.TelemetryReader;
import io.quarry.telemetry.syslog.SyslogWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real logs, as files and as syslog. */
final class RealSyslogTest {
    @Test
    void realEventsGiveTheSameRowsThroughSyslog(@TempDir Path folder) throws IOException {
        String named = System.getProperty("quarry.shared");
        Path logs = Path.of(named == null ? "shared" : named).resolve("data/evtx/regression");
        Assumptions.assumeTrue(Files.isDirectory(logs), "skipped: " + logs + " is absent");
        CollectedEvents events = new CollectedEvents();
        TelemetryReader.read(List.of(logs), ReadOptions.defaults(), events);
        Path file = folder.resolve("events.log");
        SyslogWriter.write(file, events.events());
        CollectedEvents read = new CollectedEvents();
        TelemetryReader.read(List.of(file), ReadOptions.defaults(), read);

        TableName table = new TableName(Platform.QRADAR, "events");
        String[] columns = Views.shipped().columns(table).toArray(String[]::new);
        assertThat(read.problems()).isEmpty();
        assertThat(TestEvents.rows(table, read.events(), columns))
                .isEqualTo(TestEvents.rows(table, events.events(), columns));
    }
}

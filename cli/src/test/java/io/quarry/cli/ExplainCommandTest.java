package io.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    @TempDir
    private Path folder;

    @Test
    void bothPlansAreShownLastStepFirst() {
        Session session = Session.run(
                "explain", "DeviceProcessEvents | project FileName, ProcessId | where FileName has 'x' and 1 < 2");
        assertThat(session.exit()).isZero();
        assertThat(session.out())
                .startsWith("as written:\nfilter (FileName has 'x') and true\n  project FileName, ProcessId\n    scan ")
                .contains("\nas run:\nfilter FileName has 'x'\n  scan ")
                .endsWith("(FileName, ProcessId)\n");
    }

    @Test
    void aqlAndSigmaAreExplainedToo() throws IOException {
        assertThat(Session.run("explain", "-l", "aql", "SELECT COUNT(*) AS n FROM events LAST 1 HOURS")
                        .out())
                .contains("aggregate", "as run:");
        Path rule = Files.writeString(folder.resolve("r.yml"), """
                title: one
                logsource: {category: process_creation, product: windows}
                detection: {s: {Image|endswith: '\\x.exe'}, condition: s}
                ---
                title: two
                logsource: {category: process_creation, product: windows}
                detection: {s: {Image|endswith: '\\y.exe'}, condition: s}
                """);
        assertThat(Session.run("explain", "-q", rule.toString()).out()).contains("== one\n", "== two\n");
    }

    @Test
    void aWrongQueryIsShownWithItsPlace() {
        Session session = Session.run("explain", "DeviceProcessEvents | where");
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err()).startsWith("query:1:");
    }
}

package io.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {
    private static final Path PACK = Session.HOME.resolve("packs/T1127.002-clickonce");

    @TempDir
    private Path folder;

    @Test
    void theShippedPacksMeetTheirExpectations() {
        Session session = Session.run("test");
        assertThat(session.exit()).as(session.out()).isZero();
        assertThat(session.out())
                .contains("PASS")
                .doesNotContain("FAIL")
                .contains("signal absent  Microsoft-Windows-ClickOnce/Operational");
    }

    @Test
    void anUnmetExpectationFailsInEveryForm() throws IOException {
        copyPack();
        Path scenario = folder.resolve("tests/published-2-dfsvc-direct.yml");
        Files.writeString(scenario, Files.readString(scenario).replace("fires: []", "fires: [RundllDfshimAbuse]"));
        assertThat(Files.readString(scenario)).contains("fires: [RundllDfshimAbuse]");
        Session text = Session.run("test", folder.toString());
        assertThat(text.exit()).isEqualTo(1);
        assertThat(text.out()).contains("FAIL").contains("expected: RundllDfshimAbuse");
        assertThat(Session.run("test", "-f", "junit", folder.toString()).out())
                .startsWith("<?xml")
                .contains("<failure message=");
        assertThat(Session.run("test", "-f", "json", folder.toString()).out()).contains("\"passed\":false");
    }

    @Test
    void aMisspeltKeyIsShownWithItsPlace() throws IOException {
        copyPack();
        Path detection = folder.resolve("detection.yml");
        Files.writeString(
                detection, Files.readString(detection).replace("severity: high\nconf", "severty: high\nconf"));
        Session session = Session.run("test", folder.toString());
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err()).contains("detection.yml:").contains("did you mean 'severity'?");
    }

    @Test
    void aBrokenPackDoesNotKeepTheOthersFromBeingTested(@TempDir Path packs) throws IOException {
        for (String name : new String[] {"a", "b"}) {
            Path pack = Files.createDirectories(packs.resolve(name));
            Files.writeString(
                    pack.resolve("detection.yml"),
                    "id: " + name + "\nname: " + name + "\nseverity: low\nschedule: {every: 1h}\n");
        }
        Files.writeString(packs.resolve("a/detection.yml"), "id: a\n");
        Session session = Session.run("test", packs.toString());
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err()).contains("a/detection.yml:1:1").contains("1 pack could not be tested");
        assertThat(session.out()).contains("b");
    }

    private void copyPack() throws IOException {
        try (Stream<Path> files = Files.walk(PACK)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(PACK.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}

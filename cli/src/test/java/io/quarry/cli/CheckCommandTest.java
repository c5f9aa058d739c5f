package io.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final Path PUBLISHED = Session.HOME.resolve("packs/T1127.002-clickonce/published");

    @TempDir
    private Path folder;

    @Test
    void fixRewritesThePublishedTextsSoThatTheyCompile() throws IOException {
        for (String name : new String[] {"defender.kql", "qradar.aql"}) {
            Path copy = Files.copy(PUBLISHED.resolve(name), folder.resolve(name));
            assertThat(Session.run("check", copy.toString()).exit()).isEqualTo(2);
            Session fixed = Session.run("check", "--fix", copy.toString());
            assertThat(fixed.exit()).as(fixed.out()).isZero();
            assertThat(Session.run("check", copy.toString()).exit()).isZero();
        }
    }

    @Test
    void jsonHoldsPlacesAndEdits() {
        Session session = Session.run(
                "check", "-f", "json", PUBLISHED.resolve("defender.kql").toString());
        assertThat(session.out())
                .startsWith("[{")
                .contains("\"code\":\"UNION_OPERAND_PIPE\"", "\"line\":52", "\"edits\":[{", "\"replacement\":");
    }

    @Test
    void soundFilesGiveExitCodeZero() {
        Path pack = PUBLISHED.getParent();
        assertThat(Session.run(
                                "check",
                                pack.resolve("defender.kql").toString(),
                                pack.resolve("sigma.yml").toString())
                        .exit())
                .isZero();
    }

    @Test
    void whatIsNoRuleIsSkippedAndSaid() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "x");
        Session session = Session.run("check", text.toString());
        assertThat(session.exit()).isEqualTo(3);
        assertThat(session.err()).contains("not a query or rule by its ending");
        assertThat(Session.run("check", folder.resolve("nothere.kql").toString())
                        .err())
                .contains("no such file or directory");
    }
}

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
    void aTextOnStandardInputIsCheckedLikeAFile() {
        Session kql = Session.piped("DeviceEvents | where Nmae == 1", "check", "-");
        assertThat(kql.exit()).isEqualTo(2);
        assertThat(kql.out()).startsWith("standard input:1:22: no column of DeviceEvents");
        Session aql = Session.piped("SELECT qid FROM events LAST 5 MINUTES", "check", "-l", "aql", "-");
        assertThat(aql.exit()).as(aql.out()).isZero();
        Session bytes = Session.piped(new byte[] {0, 1, (byte) 0xff}, "check", "-f", "json", "-");
        assertThat(bytes.exit()).isEqualTo(2);
        assertThat(bytes.out()).contains("UNREADABLE_TEXT");
        assertThat(Session.piped("T", "check", "--fix", "-").exit()).isEqualTo(3);
    }

    @Test
    void aFileThatCannotBeReadDoesNotHideWhatIsWrongWithOthers() throws IOException {
        String wrong =
                Files.writeString(folder.resolve("wrong.kql"), "print nosuch").toString();
        Session session = Session.run("check", folder.resolve("missing.kql").toString(), wrong);
        assertThat(session.exit()).isEqualTo(3);
        assertThat(session.err())
                .contains("missing.kql: no such file or folder", "checked 1 file", "1 could not be read");
        assertThat(session.out()).contains("wrong.kql:1:7: no column");
    }

    @Test
    void theLanguageIsToldWhereTheEndingDoesNot() throws IOException {
        String file = Files.writeString(folder.resolve("query.txt"), "print 1").toString();
        assertThat(Session.run("check", file).err()).contains("skipped: ", "-l LANGUAGE");
        assertThat(Session.run("check", "-l", "kql", file).exit()).isZero();
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
    void aPackIsNotBlamedForTheTextsThatItKeepsAsPublished() {
        Session pack = Session.run("check", PUBLISHED.getParent().toString());
        assertThat(pack.exit()).as(pack.out()).isZero();
        assertThat(pack.out()).doesNotContain("published");
        assertThat(pack.err())
                .contains(
                        "as published: ",
                        "published/defender.kql: 2 errors, 0 warnings, known and repaired in defender.kql")
                .contains("(defender 10, sentinel 1, qradar 3, sigma 2): 0 errors");
    }

    @Test
    void remarksAreShownWhereAskedFor() throws IOException {
        String query = Files.writeString(folder.resolve("q.aql"), "SELECT \"Image\" FROM events LAST 1 HOURS")
                .toString();
        Session usual = Session.run("check", query);
        assertThat(usual.out()).isEmpty();
        assertThat(usual.err()).contains("0 warnings, 0 with a repair; 1 remark (--verbose shows them)");
        assertThat(Session.run("check", "--verbose", query).out()).contains("info: ", "[CUSTOM_PROPERTY]");
        assertThat(Session.run("check", "-f", "json", query).out()).contains("CUSTOM_PROPERTY");
    }

    @Test
    void aPackThatIsWrongItselfIsSaidToBe() throws IOException {
        Files.writeString(folder.resolve("detection.yml"), "id: 1\nname: x\nseverty: high\n");
        Session session = Session.run("check", folder.toString());
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.out()).contains("detection.yml:3:1:", "severty");
    }

    @Test
    void aFileOfAPackIsCheckedWithWhatThePackDeclares() throws IOException {
        Path query = pack("q.aql", """
                SELECT UTF8(payload) AS p FROM events
                WHERE "Threat Score" > 5 AND REFERENCESETCONTAINS('Bad', username) LAST 1 HOURS
                """);
        Session alone = Session.run("check", "--verbose", query.toString());
        assertThat(alone.exit()).isZero();
        assertThat(alone.out()).doesNotContain("UNKNOWN_PROPERTY", "NO_LOOKUP_DATA");
        assertThat(Session.run("check", folder.toString()).out()).doesNotContain("UNKNOWN_PROPERTY");
        Files.writeString(
                query, "SELECT username FROM events WHERE REFERENCESETCONTAINS('Bat', username) LAST 1 HOURS");
        assertThat(Session.run("check", query.toString()).out()).contains("UNKNOWN_COLLECTION", "Bad");
        Path outside = Files.copy(query, folder.resolve("q.aql"));
        assertThat(Session.run("check", outside.toString()).out()).contains("NO_LOOKUP_DATA");
    }

    @Test
    void theSwitchesOfAPackGiveWayToThoseOfTheCommandLine() throws IOException {
        String query = pack("q.aql", "SELECT username FROM events WHERE username != 'a' LAST 1 HOURS")
                .toString();
        assertThat(Session.run("check", query).out()).isEmpty();
        assertThat(Session.run("check", "--aql-switch", "absent-is-false=off", query)
                        .out())
                .contains("ABSENT_READING");
        assertThat(Session.run("explain", "-q", query).out()).contains("case(");
    }

    @Test
    void aSwitchThatDoesNotExistIsSaidWithOneThatDoes() {
        for (String command : new String[] {"check", "query", "hunt", "explain", "shell", "test"}) {
            Session session = Session.run(command, "--aql-switch", "REGEX_ANYWERE=on", "q.aql", "q.aql");
            assertThat(session.exit()).as(command + session.err()).isEqualTo(3);
        }
        assertThat(Session.run("query", "-l", "aql", "--aql-switch", "REGEX_ANYWERE=on", "SELECT qid FROM events", "x")
                        .err())
                .contains("--aql-switch: there is no switch 'REGEX_ANYWERE'; did you mean REGEX_ANYWHERE?");
        assertThat(Session.run("query", "-l", "aql", "--aql-switch", "x=on", "SELECT qid FROM events", "x")
                        .err())
                .contains("there are REGEX_ANYWHERE, ");
        assertThat(Session.run("query", "-l", "aql", "--aql-switch", "WHOLE_MINUTES=1", "SELECT 1", "x")
                        .err())
                .contains("WHOLE_MINUTES is '1', expected on or off");
        assertThat(Session.run("query", "-l", "aql", "--aql-switch", "WHOLE_MINUTES", "SELECT 1", "x")
                        .err())
                .contains("expected NAME=on or NAME=off");
        assertThat(Session.run("hunt", "--help").out()).contains("--aql-switch", "SUBSTRING_TO_END");
    }

    private Path pack(String file, String text) throws IOException {
        Path pack = Files.createDirectories(folder.resolve("pack/reference/sets"));
        Files.writeString(pack.resolve("Bad.csv"), "value\nbob\n");
        Files.writeString(folder.resolve("pack/detection.yml"), """
                id: p
                name: P
                severity: low
                schedule: {every: 1h}
                versions:
                  - {platform: qradar, file: q.aql}
                properties:
                  - {name: Threat Score, type: number, regex: 'score=(\\d+)'}
                aql-switches: {ABSENT_IS_FALSE: on}
                """);
        return Files.writeString(folder.resolve("pack").resolve(file), text);
    }

    @Test
    void filesBesideTheTelemetryAreLookedAtWhereGiven() throws IOException {
        Path query = Files.writeString(folder.resolve("q.kql"), "_GetWatchlist('Bad') | where Hash == 'x'");
        assertThat(Session.run("check", query.toString()).exit()).isZero();
        Files.writeString(folder.resolve("Bad.csv"), "Name\nx\n");
        Session session = Session.run("check", "--watchlists", folder.toString(), query.toString());
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.out()).contains("'Hash'");
        assertThat(Session.run("explain", "--watchlists", folder.toString(), "-q", query.toString())
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void whatIsNoRuleIsSkippedAndSaid() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "x");
        Session session = Session.run("check", text.toString());
        assertThat(session.exit()).isEqualTo(3);
        assertThat(session.err()).contains("not a query or rule by its ending");
        assertThat(Session.run("check", folder.resolve("nothere.kql").toString())
                        .err())
                .contains("no such file or folder");
    }
}

package io.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HuntCommandTest {
    private static final String RULE = """
            title: Any PowerShell
            id: 11111111-2222-4333-8444-555555555555
            level: low
            logsource: {product: windows, category: process_creation}
            detection:
              selection:
                Image|endswith: \\powershell.exe
              condition: selection
            """;

    @TempDir
    private Path folder;

    @Test
    void aColumnThatThePackDeclaresIsNotSaidToBeEmpty(@TempDir Path pack) throws IOException {
        Files.writeString(pack.resolve("detection.yml"), """
                id: p
                name: P
                severity: low
                schedule: {every: 1h}
                versions:
                  - {platform: qradar, file: p.aql}
                properties:
                  - {name: Score, type: number, regex: 'score=([0-9]+)'}
                """);
        Files.writeString(pack.resolve("p.aql"), "SELECT score FROM events WHERE SCORE > 5 LAST 1 HOURS");
        Session session = Session.piped(
                "<13>1 2026-03-02T14:00:00Z fw score=10\n<13>1 2026-03-02T14:00:01Z fw score=5\n",
                "hunt",
                "-d",
                pack.toString(),
                "-");
        assertThat(session.err()).contains("1 alert").doesNotContain("never fills");
    }

    @Test
    void theSamplesRaiseAlertsOfEveryBranchSeenByEveryVersion() {
        Session session = Session.run("hunt", "-f", "ndjson", Session.samples());
        assertThat(session.exit()).isZero();
        assertThat(session.out().lines())
                .isNotEmpty()
                .allMatch(alert -> alert.contains("\"platforms\":[\"defender\",\"sentinel\",\"qradar\",\"sigma\"]"));
        assertThat(session.out())
                .contains(
                        "DfsvcSuspiciousChild",
                        "RundllDfshimAbuse",
                        "DfsvcOutboundNetwork",
                        "ApprefSuspiciousLocation");
    }

    @Test
    void anAlertSaysWhatWhenWhereAndByWhichRecords() {
        Session session = Session.run("hunt", "-f", "ndjson", "--platform", "qradar", Session.samples());
        assertThat(session.out().lines().findFirst().orElseThrow())
                .contains(
                        "\"detection\":\"",
                        "\"name\":\"ClickOnce abuse\"",
                        "\"branch\":\"RundllDfshimAbuse\"",
                        "\"risk\":90",
                        "\"severity\":\"high\"",
                        "\"platforms\":[\"qradar\"]",
                        "\"time\":\"2026-03-10T09:12:04.0000000Z\"",
                        "\"host\":\"ws-finance-07.corp.example\"",
                        "\"user\":\"CORP\\\\a.keller\"",
                        "\"row\":{",
                        "\"evidence\":[{\"file\":\"",
                        "\"record\":",
                        "\"event_id\":1",
                        "\"channel\":\"Microsoft-Windows-Sysmon/Operational\"");
    }

    @Test
    void ofTwoRecordsOfOneProcessStartSysmonsComesFirst() {
        Session session = Session.run("hunt", "-f", "ndjson", Session.samples());
        assertThat(session.out().lines().filter(alert -> alert.contains("\"event_id\":4688")))
                .isNotEmpty()
                .allMatch(alert -> alert.indexOf("\"event_id\":1,") < alert.indexOf("\"event_id\":4688"));
    }

    @Test
    void theSameEventsAsNdjsonRaiseTheSameAlerts() {
        String ndjson =
                Session.HOME.resolve("samples").resolve("clickonce-ndjson").toString();
        assertThat(withoutEvidence(Session.run("hunt", "-f", "csv", ndjson)))
                .isEqualTo(withoutEvidence(Session.run("hunt", "-f", "csv", Session.samples())));
    }

    @Test
    void columnsThatDependOnTheEventsAreThoseOfAllRuns() throws IOException {
        String unpacked =
                "DeviceProcessEvents | where Timestamp > ago(1h) | where FileName in~ ('dfsvc.exe', 'mshta.exe')"
                        + " | extend d = bag_pack(tolower(FileName), ProcessId) | evaluate bag_unpack(d) | where isnotnull(['mshta.exe'])";
        Path once = Files.writeString(folder.resolve("once.kql"), unpacked);
        Path grouped = Files.writeString(
                folder.resolve("grouped.kql"), unpacked + " | summarize n = count() by DeviceName, ['mshta.exe']");
        Session oneByOne = Session.run("hunt", "-f", "ndjson", "-d", once.toString(), Session.samples());
        assertThat(oneByOne.exit()).isZero();
        assertThat(oneByOne.out().lines()).isNotEmpty();
        Session scheduled = Session.run("hunt", "-f", "ndjson", "-d", grouped.toString(), Session.samples());
        assertThat(scheduled.err()).contains("scheduled runs");
        assertThat(scheduled.out().lines()).hasSameSizeAs(oneByOne.out().lines().toList());
    }

    @Test
    void aTimeRangeLimitsWhatIsSeen() {
        Session session = Session.run(
                "hunt", "-f", "ndjson", "--from", "2026-03-12", "--to", "2026-03-12T12:00:00Z", Session.samples());
        assertThat(session.out().lines()).isNotEmpty().allMatch(alert -> alert.contains("\"time\":\"2026-03-12T"));
    }

    @Test
    void aFixedClockAppliesTheDetectionsOwnWindow() {
        Session session = Session.run("hunt", "-f", "ndjson", "--as-of", "2026-03-11", Session.samples());
        assertThat(session.out().lines()).isNotEmpty().allMatch(alert -> alert.contains("\"time\":\"2026-03-10T"));
    }

    @Test
    void aGroupThatGrowsFromRunToRunIsOneAlert() throws IOException {
        Path query = Files.writeString(
                folder.resolve("groups.kql"),
                "DeviceNetworkEvents | where Timestamp > ago(7d) | where InitiatingProcessFileName =~ 'dfsvc.exe'"
                        + " | summarize n = count() by DeviceName");
        Session session = Session.run("hunt", "-f", "ndjson", "-d", query.toString(), Session.samples());
        assertThat(session.err()).contains("scheduled runs");
        assertThat(session.out().lines()).hasSize(2);
    }

    @Test
    void anAlertOfAPipeOverElementsLeadsToTheEventThatHoldsThem() throws IOException {
        Path query = Files.writeString(
                folder.resolve("words.kql"),
                "DeviceProcessEvents | where FileName =~ 'rundll32.exe'"
                        + " | mv-apply word = split(ProcessCommandLine, ',') to typeof(string) on ("
                        + " where word contains 'ShOpenVerb' | summarize Words = make_list(word), Count = count())"
                        + " | where Count > 1 | project Timestamp, DeviceName, Count");
        Session session = Session.run("hunt", "-f", "ndjson", "-d", query.toString(), Session.samples());
        assertThat(session.out().lines())
                .singleElement()
                .asString()
                .contains("\"Count\":2", "\"record\":885,")
                .containsOnlyOnce("\"record\":");
    }

    @Test
    void oneBadFileOfAFolderCostsOnlyItself() throws IOException {
        Files.writeString(folder.resolve("good.yml"), RULE);
        Files.writeString(folder.resolve("bad.yml"), "title: x\ndetection:\n  selection: [\n");
        Files.writeString(folder.resolve("readme.txt"), "nothing");
        Session session = Session.run("hunt", "-f", "ndjson", "-d", folder.toString(), Session.samples());
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.out()).contains("Any PowerShell");
        assertThat(session.err()).contains("bad.yml:").contains("not a query or rule: ");
    }

    @Test
    void aRuleInUtf16WithItsMarkIsRead() throws IOException {
        Path rule = folder.resolve("rule.yml");
        Files.write(rule, ("\uFEFF" + RULE).getBytes(StandardCharsets.UTF_16LE));
        assertThat(Session.run("hunt", "-f", "ndjson", "-d", rule.toString(), Session.samples())
                        .out())
                .contains("Any PowerShell");
    }

    @Test
    void failOnTurnsFindingsIntoExitCodeOne() throws IOException {
        Path rule = Files.writeString(folder.resolve("rule.yml"), RULE);
        assertThat(Session.run("hunt", "--fail-on", "low", "-d", rule.toString(), Session.samples())
                        .exit())
                .isEqualTo(1);
        assertThat(Session.run("hunt", "--fail-on", "high", "-d", rule.toString(), Session.samples())
                        .exit())
                .isZero();
    }

    @Test
    void publishedTextsRunOnlyAfterRepair() {
        String published = Session.HOME
                .resolve("packs/T1127.002-clickonce/published/defender.kql")
                .toString();
        Session asWritten = Session.run("hunt", "-d", published, Session.samples());
        assertThat(asWritten.exit()).isEqualTo(2);
        assertThat(asWritten.err()).contains("UNION_OPERAND_PIPE");
        Session repaired = Session.run("hunt", "--repair", "-f", "ndjson", "-d", published, Session.samples());
        assertThat(repaired.exit()).isZero();
        assertThat(repaired.err()).contains("repaired: ");
        assertThat(repaired.out()).contains("RundllDfshimAbuse");
    }

    @Test
    void aTableHasOnlyColumnsThatAnAlertFills() throws IOException {
        Path rule = Files.writeString(folder.resolve("rule.yml"), RULE);
        String header = Session.run("hunt", "-d", rule.toString(), Session.samples())
                .out()
                .lines()
                .findFirst()
                .orElseThrow();
        assertThat(header).contains("time (UTC)", "host", "evidence").doesNotContain("branch", "risk");
        assertThat(Session.run("hunt", Session.samples()).out()).contains("branch", "risk");
        assertThat(Session.run("hunt", "-f", "vertical", "-d", rule.toString(), Session.samples())
                        .out())
                .startsWith("-- row 1\ndetection  11111111-2222-4333-8444-555555555555\nname       Any PowerShell\n")
                .contains("\nrisk\n");
    }

    @Test
    void warningsOfManyFilesAreALineForEachCode() throws IOException {
        for (String name : List.of("a", "b", "c", "d", "e", "f")) {
            Files.writeString(folder.resolve(name + ".kql"), "DeviceProcessEvents | invoke FileProfile(SHA1, 1000)");
        }
        Session usual = Session.run("hunt", "-d", folder.toString(), Session.samples());
        assertThat(usual.err().lines().filter(line -> line.contains("NO_ENRICHMENT")))
                .singleElement()
                .asString()
                .startsWith("warning: 6 files: ")
                .endsWith("[NO_ENRICHMENT]: a.kql, b.kql, c.kql and 3 more");
        assertThat(usual.err()).contains("ran 6 queries (defender 6) of 6 detections");
        assertThat(Session.run("hunt", "--verbose", "-d", folder.toString(), Session.samples())
                        .err()
                        .lines()
                        .filter(line -> line.contains("NO_ENRICHMENT")))
                .hasSize(6);
        assertThat(Session.run("hunt", "--quiet", "-d", folder.toString(), Session.samples())
                        .err())
                .isEmpty();
    }

    @Test
    void alertsMadeOfNoEventAreSaidToBeSuch() throws IOException {
        String count = "DeviceRegistryEvents | where Timestamp > ago(1h) | count";
        Path counting = Files.writeString(folder.resolve("counting.kql"), count);
        Session session = Session.run("hunt", "-f", "ndjson", "-d", counting.toString(), Session.samples());
        assertThat(session.out()).contains("\"row\":{\"Count\":0},\"evidence\":[]");
        assertThat(session.err()).containsPattern("warning: \\d+ alerts of counting.kql made of no event");
        Files.writeString(counting, count + " | where Count > 0");
        Session some = Session.run("hunt", "-f", "ndjson", "-d", counting.toString(), Session.samples());
        assertThat(some.out()).contains("\"row\":{\"Count\":").doesNotContain("\"evidence\":[]");
        assertThat(some.err()).doesNotContain("made of no event");
    }

    @Test
    void alertsAreCountedByDetection() throws IOException {
        Files.writeString(folder.resolve("a.kql"), "DeviceProcessEvents | where FileName =~ 'mshta.exe'");
        Files.writeString(folder.resolve("b.kql"), "DeviceProcessEvents | where FileName =~ 'nosuch.exe'");
        assertThat(Session.run("hunt", "-d", folder.toString(), Session.samples())
                        .err())
                .containsPattern("\n(\\d+) alerts? of 1 detection: a.kql \\1\n");
    }

    @Test
    void errorsOfManyFilesAreALineForEachFile() throws IOException {
        for (String name : List.of("a", "b", "c", "d", "e", "f")) {
            Files.writeString(folder.resolve(name + ".kql"), "DeviceProcessEvents | where Nmae == '' or Nmae == 'x'");
        }
        Session session = Session.run("hunt", "--quiet", "-d", folder.toString(), Session.samples());
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err().lines().filter(line -> line.contains("[UNKNOWN_COLUMN]")))
                .hasSize(6)
                .allMatch(line -> line.contains("(and 1 more error)"));
        assertThat(session.err()).doesNotContain("^^^^").contains("6 files with errors");
    }

    @Test
    void wrongUsageIsSaidInOneSentence() {
        assertThat(Session.run("hunt", "-f", "xml", "x"))
                .isEqualTo(new Session(
                        3, "", "quarry hunt: -f is 'xml', expected table, vertical, ndjson, csv or json\n"));
        assertThat(Session.run("hunt", "--from", "2026-03-12", "--to", "2026-03-11", "x")
                        .err())
                .contains("--from is later than --to");
        assertThat(Session.run("hunt").exit()).isEqualTo(3);
        assertThat(Session.run("hunt", folder.resolve("nothere").toString()).err())
                .contains("nothere: no such file or folder");
        assertThat(Session.run("hunt", "--platform", "splunk", "x").err())
                .contains("expected one of defender, sentinel, unified, qradar, sigma");
        assertThat(Session.run("hunt", "--as-of", "yesterday", "x").err()).contains("expected a time such as");
        assertThat(Session.run("hunt", "--as-of", "+99999-01-01", "x").err()).contains("expected a time such as");
    }

    @Test
    void nothingReadableIsAnInputError() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.evtx"));
        Session session = Session.run("hunt", empty.toString());
        assertThat(session.exit()).isEqualTo(3);
        assertThat(session.err()).contains("empty.evtx").contains("no telemetry could be read");
    }

    private static java.util.List<String> withoutEvidence(Session session) {
        return session.out()
                .lines()
                .map(line -> line.substring(0, line.indexOf('{') < 0 ? line.length() : line.indexOf('{')))
                .sorted()
                .toList();
    }

    @Test
    void aRiskThatIsNoneIsLeftOut() throws IOException {
        Path query = Files.writeString(
                folder.resolve("risky.kql"),
                "DeviceProcessEvents | where FileName =~ 'mshta.exe' | take 1 | extend RiskScore = 3000000000");
        Session session = Session.run("hunt", "-f", "ndjson", "-d", query.toString(), Session.samples());
        assertThat(session.exit()).isZero();
        assertThat(session.out()).contains("\"risk\":null");
    }

    @Test
    void queryThatFailsDoesNotKeepTheOthersFromRunning() throws IOException {
        Files.writeString(folder.resolve("rule.yml"), RULE);
        Files.writeString(folder.resolve("long.kql"), """
                DeviceProcessEvents
                | extend Long = strrep(strrep(strcat(FileName, "0123456789abcdefg"), 1024), 1024)
                | where Long has "q"
                """);
        Session session = Session.run("hunt", "-f", "ndjson", "-d", folder.toString(), Session.samples());
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.out()).contains("Any PowerShell");
        assertThat(session.err()).contains("failed: long", "[FUNCTION_FAILED]", "long.kql:2:");
    }
}

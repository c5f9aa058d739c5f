package io.quarry.detect.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarry.data.Platform;
import io.quarry.plan.QueryException;
import io.quarry.plan.SourceText;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ScenariosTest {
    private static final String TEXT = """
            id: sample
            title: A sample
            kind: attack
            source: published test 1
            description: Something happens.
            host: ws-01.corp.example
            user: CORP\\a.user
            start: 2026-03-10T09:00:00Z
            logs: [sysmon, security]
            processes:
              explorer: {image: 'C:\\Windows\\explorer.exe'}
              cmd:
                image: C:\\Windows\\System32\\cmd.exe
                command: cmd.exe /c whoami
                parent: explorer
            steps:
              - start: cmd
              - {connect: cmd, to: '[fd00::5]:8080', after: 2s}
              - {write: 'C:\\Temp\\x.txt', by: cmd}
              - {set: 'HKU\\S-1\\x', to: DWORD (0x00000001), by: explorer}
              - {load: 'C:\\Windows\\System32\\dfshim.dll', by: cmd, signer: Microsoft Windows}
              - {end: cmd}
              - event: {channel: Application, provider: Sample, id: 7, data: {b: 1, a: 2}}
            signals:
              - signal: a process starts
                match: {EventID: 1}
              - signal: a process is opened
                match: {EventID: 10}
                absent: nothing opens a process
            fires: [One]
            exceptions:
              - {version: qradar, fires: [], reason: not there}
            """;

    @Test
    void everyStepLeavesItsEventInOrder() {
        List<Event> events = read(TEXT).events();
        assertThat(events).extracting(event -> event.header().eventId()).containsExactly(4688, 1, 3, 11, 13, 7, 5, 7);
        assertThat(events).extracting(event -> event.header().time()).isSorted();
        assertThat(events)
                .extracting(event -> event.location().record())
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void processCreationHasAllFieldsOfSysmonInItsOrder() {
        assertThat(read(TEXT).events().get(1).fields())
                .extracting(EventField::name)
                .containsExactly(
                        "RuleName",
                        "UtcTime",
                        "ProcessGuid",
                        "ProcessId",
                        "Image",
                        "FileVersion",
                        "Description",
                        "Product",
                        "Company",
                        "OriginalFileName",
                        "CommandLine",
                        "CurrentDirectory",
                        "User",
                        "LogonGuid",
                        "LogonId",
                        "TerminalSessionId",
                        "IntegrityLevel",
                        "Hashes",
                        "ParentProcessGuid",
                        "ParentProcessId",
                        "ParentImage",
                        "ParentCommandLine",
                        "ParentUser");
    }

    @Test
    void theTwinInTheSecurityLogNamesTheSameProcess() {
        List<Event> events = read(TEXT).events();
        long id = Long.parseLong(events.get(1).value("ProcessId"));
        assertThat(events.get(0).value("NewProcessId")).isEqualTo("0x" + Long.toHexString(id));
        assertThat(events.get(0).value("CommandLine")).isEqualTo("cmd.exe /c whoami");
    }

    @Test
    void connectionsToIpv6KeepTheirAddress() {
        Event event = read(TEXT).events().get(2);
        assertThat(event.value("DestinationIp")).isEqualTo("fd00::5");
        assertThat(event.value("DestinationPort")).isEqualTo("8080");
        assertThat(event.value("DestinationIsIpv6")).isEqualTo("true");
        assertThat(event.value("UtcTime")).isEqualTo("2026-03-10 09:00:02.000");
    }

    @Test
    void readingAgainGivesEqualEvents() {
        assertThat(read(TEXT).events()).isEqualTo(read(TEXT).events());
    }

    @Test
    void outcomeKnowsWhichVersionDiffers() {
        Outcome outcome = read(TEXT).outcome();
        assertThat(outcome.fires(Platform.SIGMA)).isEqualTo(Set.of("One"));
        assertThat(outcome.fires(Platform.QRADAR)).isEmpty();
    }

    @Test
    void signalsSayWhetherTheyCanAppear() {
        assertThat(read(TEXT).signals())
                .extracting(ExpectedSignal::expectation)
                .containsExactly(ExpectedSignal.Expectation.PRESENT, ExpectedSignal.Expectation.ABSENT);
    }

    @Test
    void unknownKeysAreReportedWithTheirPlace() {
        assertThatThrownBy(() -> read(TEXT.replace("fires:", "fire:")))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("sample.yml:30:1: nothing reads the key 'fire' here [PACK_UNKNOWN_KEY]")
                .hasMessageContaining("did you mean 'fires'?");
    }

    @Test
    void unknownProcessesAreReportedWithTheirPlace() {
        assertThatThrownBy(() -> read(TEXT.replace("end: cmd", "end: cmdd")))
                .hasMessageContaining("no process 'cmdd' [PACK_UNKNOWN_NAME]")
                .hasMessageContaining("known are: explorer, cmd");
    }

    @Test
    void attacksCannotBeSilenced() {
        assertThatThrownBy(() -> read(TEXT + "tuned: [Two]\n"))
                .hasMessageContaining("an attack must not be silenced by the pack's tuning [PACK_WRONG_VALUE]");
    }

    @Test
    void stepsDoOneThing() {
        assertThatThrownBy(() -> read(TEXT.replace("- {end: cmd}", "- {end: cmd, start: cmd}")))
                .hasMessageContaining("a step does one of: start, connect, write, set, load, end, event");
    }

    @Test
    void theExampleOfTheDocumentationIsAScenario() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "scenarios.md"));
        int start = page.indexOf("```yaml\n") + "```yaml\n".length();
        Scenario scenario = read(page.substring(start, page.indexOf("```", start)));
        assertThat(scenario.events()).hasSize(3);
        assertThat(scenario.fires()).containsExactly("DfsvcSuspiciousChild");
    }

    @Test
    void brokenYamlIsReportedWithItsPlace() {
        assertThatThrownBy(() -> read("id: [")).hasMessageContaining("[SYNTAX]");
    }

    private static Scenario read(String text) {
        return Scenarios.read(new SourceText("sample.yml", text));
    }
}

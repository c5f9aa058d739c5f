package io.quarry.telemetry.view;

import static io.quarry.telemetry.view.TestEvents.defender;
import static io.quarry.telemetry.view.TestEvents.need;
import static io.quarry.telemetry.view.TestEvents.security;
import static io.quarry.telemetry.view.TestEvents.sysmon;
import static io.quarry.telemetry.view.TestEvents.ticks;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.TableName;
import io.quarry.telemetry.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What rows learn from the starts of the processes that act in them. */
final class InitiatingProcessTest {
    private static final TableName PROCESSES = defender("DeviceProcessEvents");
    private static final TableName FILES = defender("DeviceFileEvents");
    private static final String A = "{0197231E-0000-0000-0000-00000000000A}";
    private static final String B = "{0197231E-0000-0000-0000-00000000000B}";
    private static final String C = "{0197231E-0000-0000-0000-00000000000C}";

    private static final Event EXPLORER = sysmon(
            1,
            "UtcTime",
            "2026-03-01 10:00:00.000",
            "ProcessGuid",
            A,
            "ProcessId",
            "100",
            "Image",
            "C:\\Windows\\explorer.exe",
            "CommandLine",
            "explorer",
            "User",
            "CORP\\Ann",
            "Hashes",
            "MD5=AA",
            "Company",
            "Microsoft",
            "ParentProcessGuid",
            "{0197231E-0000-0000-0000-000000000099}",
            "ParentProcessId",
            "50",
            "ParentImage",
            "C:\\Windows\\userinit.exe");

    private static final Event SHELL = sysmon(
            1,
            "UtcTime",
            "2026-03-01 11:00:00.000",
            "ProcessGuid",
            B,
            "ProcessId",
            "200",
            "Image",
            "C:\\Windows\\System32\\cmd.exe",
            "CommandLine",
            "cmd /k",
            "User",
            "CORP\\Ann",
            "IntegrityLevel",
            "High",
            "LogonId",
            "0x10",
            "TerminalSessionId",
            "2",
            "Hashes",
            "MD5=BB",
            "ParentProcessGuid",
            A,
            "ParentProcessId",
            "100",
            "ParentImage",
            "C:\\Windows\\explorer.exe",
            "ParentCommandLine",
            "explorer");

    private static final Event FILE = sysmon(
            11,
            "UtcTime",
            "2026-03-01 11:30:00.000",
            "ProcessGuid",
            B,
            "ProcessId",
            "200",
            "Image",
            "C:\\Windows\\System32\\cmd.exe",
            "TargetFilename",
            "C:\\a.txt");

    private static final String[] REMEMBERED = {
        "InitiatingProcessCommandLine",
        "InitiatingProcessMD5",
        "InitiatingProcessAccountName",
        "InitiatingProcessIntegrityLevel",
        "InitiatingProcessCreationTime:datetime",
        "InitiatingProcessParentId:long",
        "InitiatingProcessParentFileName",
        "InitiatingProcessParentCreationTime:datetime",
        "InitiatingProcessSessionId:long"
    };

    private static Map<String, Object> fileRow(List<Event> events, String... columns) {
        List<Map<String, Object>> rows = TestEvents.rows(FILES, events, columns);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static void isTheShell(Map<String, Object> row) {
        assertThat(row)
                .containsEntry("InitiatingProcessCommandLine", "cmd /k")
                .containsEntry("InitiatingProcessMD5", "bb")
                .containsEntry("InitiatingProcessAccountName", "ann")
                .containsEntry("InitiatingProcessIntegrityLevel", "High")
                .containsEntry("InitiatingProcessCreationTime", ticks("2026-03-01T11:00:00Z"))
                .containsEntry("InitiatingProcessParentId", 100L)
                .containsEntry("InitiatingProcessParentFileName", "explorer.exe")
                .containsEntry("InitiatingProcessParentCreationTime", ticks("2026-03-01T10:00:00Z"))
                .containsEntry("InitiatingProcessSessionId", 2L);
    }

    @Test
    void startByGuidFillsWhatTheRowDoesNotTell() {
        isTheShell(fileRow(List.of(EXPLORER, SHELL, FILE), REMEMBERED));
    }

    @Test
    void theOrderOfEventsDoesNotMatter() {
        List<Event> events = new ArrayList<>(List.of(EXPLORER, SHELL, FILE));
        Collections.reverse(events);
        isTheShell(fileRow(events, REMEMBERED));
    }

    @Test
    void guidsAreTheSameWithoutBracesAndInAnyCase() {
        Event file = sysmon(11, "ProcessGuid", B.toLowerCase().replaceAll("[{}]", ""), "TargetFilename", "C:\\a.txt");
        isTheShell(fileRow(List.of(EXPLORER, SHELL, file), REMEMBERED));
    }

    @Test
    void directFieldsWin() {
        Event file = sysmon(11, "ProcessGuid", B, "User", "CORP\\Bob", "TargetFilename", "C:\\a.txt");
        assertThat(fileRow(List.of(SHELL, file), "InitiatingProcessAccountName"))
                .containsEntry("InitiatingProcessAccountName", "bob");
    }

    @Test
    void processRowsLearnTheirGrandparent() {
        Event child = sysmon(
                1,
                "UtcTime",
                "2026-03-01 11:10:00.000",
                "ProcessGuid",
                C,
                "ProcessId",
                "300",
                "Image",
                "C:\\c.exe",
                "ParentProcessGuid",
                B,
                "ParentProcessId",
                "200",
                "ParentImage",
                "C:\\Windows\\System32\\cmd.exe",
                "ParentCommandLine",
                "cmd as the child saw it");
        assertThat(TestEvents.rows(PROCESSES, List.of(SHELL, child, EXPLORER), with("FileName", REMEMBERED))
                        .get(1))
                .containsEntry("FileName", "c.exe")
                .containsEntry("InitiatingProcessCommandLine", "cmd as the child saw it")
                .containsEntry("InitiatingProcessMD5", "bb")
                .containsEntry("InitiatingProcessParentFileName", "explorer.exe")
                .containsEntry("InitiatingProcessParentId", 100L)
                .containsEntry("InitiatingProcessParentCreationTime", ticks("2026-03-01T10:00:00Z"));
    }

    @Test
    void unseenStartLeavesColumnsEmpty() {
        LoadedTelemetry telemetry = LoadedTelemetry.of(
                List.of(FILE), need(FILES, "InitiatingProcessCommandLine", "InitiatingProcessCreationTime:datetime"));
        assertThat(TestEvents.rows(telemetry.table(FILES)).get(0))
                .containsEntry("InitiatingProcessCommandLine", "")
                .containsEntry("InitiatingProcessCreationTime", null);
    }

    @Test
    void startOnAnotherHostIsAnotherProcess() {
        Event elsewhere = TestEvents.event(
                TestEvents.SYSMON,
                11,
                "WS02",
                TestEvents.NOON,
                "ProcessGuid",
                B,
                "ProcessId",
                "200",
                "TargetFilename",
                "C:\\a.txt");
        assertThat(fileRow(List.of(SHELL, elsewhere), "InitiatingProcessCommandLine"))
                .containsEntry("InitiatingProcessCommandLine", "");
    }

    @Test
    void securityStartIsFoundByProcessIdAsTheLatestBeforeTheEvent() {
        Event earlier = start("09:00:00", "0xc8", "C:\\Windows\\System32\\cmd.exe", "first");
        Event later = start("11:15:00", "0xc8", "C:\\Windows\\System32\\cmd.exe", "second");
        Event tooLate = start("11:45:00", "0xc8", "C:\\Windows\\System32\\cmd.exe", "third");
        assertThat(fileRow(List.of(tooLate, FILE, later, earlier), "InitiatingProcessCommandLine"))
                .containsEntry("InitiatingProcessCommandLine", "second");
    }

    @Test
    void endedProcessIsNotTheOneThatActsLater() {
        Event start = start("09:00:00", "0xc8", "C:\\Windows\\System32\\cmd.exe", "first");
        Event end = security(4689, "2026-03-01T10:00:00Z", "ProcessId", "0xc8");
        assertThat(fileRow(List.of(start, FILE, end), "InitiatingProcessCommandLine"))
                .containsEntry("InitiatingProcessCommandLine", "");
    }

    @Test
    void endAfterTheEventDoesNotMatter() {
        Event start = start("09:00:00", "0xc8", "C:\\Windows\\System32\\cmd.exe", "first");
        Event end = sysmon(5, "UtcTime", "2026-03-01 11:40:00.000", "ProcessId", "200");
        assertThat(fileRow(List.of(start, FILE, end), "InitiatingProcessCommandLine"))
                .containsEntry("InitiatingProcessCommandLine", "first");
    }

    @Test
    void processIdWithAnotherImageIsAnotherProcess() {
        Event start = start("11:00:00", "0xc8", "C:\\other.exe", "other");
        assertThat(fileRow(List.of(start, FILE), "InitiatingProcessCommandLine"))
                .containsEntry("InitiatingProcessCommandLine", "");
    }

    @Test
    void processIdThatPassedToAnotherGuidIsAnotherProcess() {
        Event mine = start("09:00:00", "0xc8", "C:\\Windows\\System32\\cmd.exe", "mine");
        Event reused = sysmon(
                1,
                "UtcTime",
                "2026-03-01 11:00:00.000",
                "ProcessGuid",
                C,
                "ProcessId",
                "200",
                "Image",
                "C:\\Windows\\System32\\cmd.exe",
                "CommandLine",
                "reused");
        assertThat(fileRow(List.of(mine, reused, FILE), "InitiatingProcessCommandLine"))
                .containsEntry("InitiatingProcessCommandLine", "");
    }

    @Test
    void securityStartLearnsItsCreatorFromSysmon() {
        Event child = security(
                4688,
                "2026-03-01T11:20:00Z",
                "NewProcessId",
                "0x12c",
                "NewProcessName",
                "C:\\c.exe",
                "ProcessId",
                "0xc8",
                "SubjectUserName",
                "Ann");
        List<Map<String, Object>> rows = TestEvents.rows(
                PROCESSES,
                List.of(SHELL, child),
                "FileName",
                "InitiatingProcessCommandLine",
                "InitiatingProcessFileName");
        assertThat(rows.get(1))
                .containsEntry("FileName", "c.exe")
                .containsEntry("InitiatingProcessCommandLine", "cmd /k")
                .containsEntry("InitiatingProcessFileName", "cmd.exe");
    }

    private static Event start(String time, String pid, String image, String commandLine) {
        return security(
                4688,
                "2026-03-01T" + time + "Z",
                "NewProcessId",
                pid,
                "NewProcessName",
                image,
                "CommandLine",
                commandLine);
    }

    private static String[] with(String first, String[] others) {
        List<String> all = new ArrayList<>(List.of(others));
        all.add(0, first);
        return all.toArray(String[]::new);
    }
}

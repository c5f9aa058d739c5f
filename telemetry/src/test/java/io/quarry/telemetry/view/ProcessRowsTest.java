package io.quarry.telemetry.view;

import static io.quarry.telemetry.view.TestEvents.defender;
import static io.quarry.telemetry.view.TestEvents.row;
import static io.quarry.telemetry.view.TestEvents.rows;
import static io.quarry.telemetry.view.TestEvents.security;
import static io.quarry.telemetry.view.TestEvents.sysmon;
import static io.quarry.telemetry.view.TestEvents.ticks;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.data.TableName;
import io.quarry.telemetry.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProcessRowsTest {
    private static final TableName TABLE = defender("DeviceProcessEvents");

    private static final Event SYSMON = sysmon(
            1,
            "RuleName",
            "-",
            "UtcTime",
            "2026-03-01 11:59:59.987",
            "ProcessGuid",
            "{0197231E-F29A-6972-6716-000000000800}",
            "ProcessId",
            "12200",
            "Image",
            "C:\\Windows\\System32\\rundll32.exe",
            "FileVersion",
            "10.0.1",
            "Description",
            "Windows host process",
            "Product",
            "Windows",
            "Company",
            "-",
            "OriginalFileName",
            "RUNDLL32.EXE",
            "CommandLine",
            "rundll32 dfshim.dll,ShOpenVerbApplication http://x",
            "CurrentDirectory",
            "C:\\Users\\Ann\\",
            "User",
            "CORP\\Ann",
            "LogonGuid",
            "{0197231E-AB9F-67AA-FB17-030000000000}",
            "LogonId",
            "0x317fb",
            "TerminalSessionId",
            "1",
            "IntegrityLevel",
            "Medium",
            "Hashes",
            "SHA1=AB12,MD5=CD34,SHA256=EF56,IMPHASH=0A",
            "ParentProcessGuid",
            "{0197231E-F25A-6972-5F16-000000000800}",
            "ParentProcessId",
            "13764",
            "ParentImage",
            "C:\\Program Files\\Edge\\msedge.exe",
            "ParentCommandLine",
            "msedge --x",
            "ParentUser",
            "NT AUTHORITY\\SYSTEM");

    private static final Event SECURITY = security(
            4688,
            TestEvents.NOON,
            "SubjectUserSid",
            "S-1-5-18",
            "SubjectUserName",
            "WS01$",
            "SubjectDomainName",
            "CORP",
            "SubjectLogonId",
            "0x3e7",
            "NewProcessId",
            "0x1a2c",
            "NewProcessName",
            "C:\\Windows\\System32\\cmd.exe",
            "TokenElevationType",
            "%%1937",
            "ProcessId",
            "0x244",
            "CommandLine",
            "cmd /c whoami",
            "TargetUserSid",
            "S-1-5-21-1-2-3-1001",
            "TargetUserName",
            "Ann",
            "TargetDomainName",
            "CORP",
            "TargetLogonId",
            "0x5f",
            "ParentProcessName",
            "C:\\Windows\\System32\\services.exe",
            "MandatoryLabel",
            "S-1-16-12288");

    @Test
    void sysmonTimeIsTheTimeOfTheActAndNotOfLogging() {
        assertThat(row(TABLE, SYSMON, "Timestamp:datetime", "ProcessCreationTime:datetime"))
                .containsEntry("Timestamp", ticks("2026-03-01T11:59:59.987Z"))
                .containsEntry("ProcessCreationTime", ticks("2026-03-01T11:59:59.987Z"));
    }

    @Test
    void securityTimeKeepsHundredNanoseconds() {
        assertThat(row(TABLE, SECURITY, "Timestamp:datetime")).containsEntry("Timestamp", ticks(TestEvents.NOON));
    }

    @Test
    void deviceIsTheComputerInLowerCase() {
        Map<String, Object> row = row(TABLE, SYSMON, "DeviceName", "DeviceId", "ReportId:long");
        assertThat(row).containsEntry("DeviceName", "ws01.corp.example").containsEntry("ReportId", 42L);
        assertThat(row.get("DeviceId").toString()).matches("[0-9a-f]{40}");
    }

    @Test
    void sysmonStartTellsItsProcess() {
        assertThat(row(
                        TABLE,
                        SYSMON,
                        "ActionType",
                        "FileName",
                        "FolderPath",
                        "ProcessCommandLine",
                        "ProcessId:long",
                        "ProcessUniqueId",
                        "AccountDomain",
                        "AccountName",
                        "LogonId:long",
                        "CreatedProcessSessionId:long",
                        "ProcessIntegrityLevel",
                        "MD5",
                        "SHA1",
                        "SHA256"))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("ActionType", "ProcessCreated"),
                        Map.entry("FileName", "rundll32.exe"),
                        Map.entry("FolderPath", "C:\\Windows\\System32\\rundll32.exe"),
                        Map.entry("ProcessCommandLine", "rundll32 dfshim.dll,ShOpenVerbApplication http://x"),
                        Map.entry("ProcessId", 12200L),
                        Map.entry("ProcessUniqueId", "{0197231E-F29A-6972-6716-000000000800}"),
                        Map.entry("AccountDomain", "corp"),
                        Map.entry("AccountName", "ann"),
                        Map.entry("LogonId", 0x317fbL),
                        Map.entry("CreatedProcessSessionId", 1L),
                        Map.entry("ProcessIntegrityLevel", "Medium"),
                        Map.entry("MD5", "cd34"),
                        Map.entry("SHA1", "ab12"),
                        Map.entry("SHA256", "ef56")));
    }

    @Test
    void theParentIsTheInitiatingProcess() {
        assertThat(row(
                        TABLE,
                        SYSMON,
                        "InitiatingProcessFileName",
                        "InitiatingProcessFolderPath",
                        "InitiatingProcessCommandLine",
                        "InitiatingProcessId:long",
                        "InitiatingProcessUniqueId",
                        "InitiatingProcessAccountDomain",
                        "InitiatingProcessAccountName"))
                .containsEntry("InitiatingProcessFileName", "msedge.exe")
                .containsEntry("InitiatingProcessFolderPath", "C:\\Program Files\\Edge\\msedge.exe")
                .containsEntry("InitiatingProcessCommandLine", "msedge --x")
                .containsEntry("InitiatingProcessId", 13764L)
                .containsEntry("InitiatingProcessUniqueId", "{0197231E-F25A-6972-5F16-000000000800}")
                .containsEntry("InitiatingProcessAccountDomain", "nt authority")
                .containsEntry("InitiatingProcessAccountName", "system");
    }

    @Test
    void dashOfSysmonIsNoCompany() {
        assertThat(row(TABLE, SYSMON, "ProcessVersionInfoCompanyName", "ProcessVersionInfoProductName"))
                .containsEntry("ProcessVersionInfoCompanyName", "")
                .containsEntry("ProcessVersionInfoProductName", "Windows");
    }

    @Test
    void whatHasNoColumnStandsInAdditionalFields() {
        assertThat(row(TABLE, SYSMON, "AdditionalFields"))
                .containsEntry(
                        "AdditionalFields",
                        "{\"CurrentDirectory\":\"C:\\\\Users\\\\Ann\\\\\","
                                + "\"LogonGuid\":\"{0197231E-AB9F-67AA-FB17-030000000000}\",\"IMPHASH\":\"0a\"}");
    }

    @Test
    void sentinelHasTheSameRowUnderItsOwnTimeColumnAndAType() {
        TableName sentinel = new TableName(Platform.SENTINEL, "DeviceProcessEvents");
        assertThat(row(sentinel, SYSMON, "TimeGenerated:datetime", "Type", "FileName", "AdditionalFields:dynamic"))
                .containsEntry("TimeGenerated", ticks("2026-03-01T11:59:59.987Z"))
                .containsEntry("Type", "DeviceProcessEvents")
                .containsEntry("FileName", "rundll32.exe")
                .extractingByKey("AdditionalFields")
                .isInstanceOf(Map.class);
    }

    @Test
    void securityStartTellsItsProcess() {
        assertThat(row(
                        TABLE,
                        SECURITY,
                        "FileName",
                        "FolderPath",
                        "ProcessCommandLine",
                        "ProcessId:long",
                        "AccountDomain",
                        "AccountName",
                        "AccountSid",
                        "LogonId:long",
                        "ProcessIntegrityLevel",
                        "ProcessTokenElevation",
                        "MD5"))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("FileName", "cmd.exe"),
                        Map.entry("FolderPath", "C:\\Windows\\System32\\cmd.exe"),
                        Map.entry("ProcessCommandLine", "cmd /c whoami"),
                        Map.entry("ProcessId", 0x1a2cL),
                        Map.entry("AccountDomain", "corp"),
                        Map.entry("AccountName", "ann"),
                        Map.entry("AccountSid", "S-1-5-21-1-2-3-1001"),
                        Map.entry("LogonId", 0x5fL),
                        Map.entry("ProcessIntegrityLevel", "High"),
                        Map.entry("ProcessTokenElevation", "TokenElevationTypeFull"),
                        Map.entry("MD5", "")));
    }

    @Test
    void theSubjectOfASecurityStartIsTheInitiatingAccount() {
        assertThat(row(
                        TABLE,
                        SECURITY,
                        "InitiatingProcessFileName",
                        "InitiatingProcessId:long",
                        "InitiatingProcessAccountName",
                        "InitiatingProcessAccountSid",
                        "InitiatingProcessLogonId:long"))
                .containsEntry("InitiatingProcessFileName", "services.exe")
                .containsEntry("InitiatingProcessId", 0x244L)
                .containsEntry("InitiatingProcessAccountName", "ws01$")
                .containsEntry("InitiatingProcessAccountSid", "S-1-5-18")
                .containsEntry("InitiatingProcessLogonId", 0x3e7L);
    }

    @Test
    void withoutATargetTheSubjectIsTheAccount() {
        Event event = security(
                4688,
                TestEvents.NOON,
                "SubjectUserSid",
                "S-1-5-18",
                "SubjectUserName",
                "WS01$",
                "SubjectDomainName",
                "CORP",
                "SubjectLogonId",
                "0x3e7",
                "TargetUserSid",
                "S-1-0-0",
                "TargetUserName",
                "-",
                "TargetDomainName",
                "-",
                "TargetLogonId",
                "0x0");
        assertThat(row(TABLE, event, "AccountDomain", "AccountName", "AccountSid", "LogonId:long"))
                .containsEntry("AccountDomain", "corp")
                .containsEntry("AccountName", "ws01$")
                .containsEntry("AccountSid", "S-1-5-18")
                .containsEntry("LogonId", 0x3e7L);
    }

    @Test
    void whatNoEventTellsIsEmptyTextOrNull() {
        assertThat(row(TABLE, SYSMON, "AccountUpn", "FileSize:long", "IsProcessRemoteSession:bool"))
                .containsEntry("AccountUpn", "")
                .containsEntry("FileSize", null)
                .containsEntry("IsProcessRemoteSession", null);
    }

    @Test
    void endOfAProcessIsNoRow() {
        assertThat(rows(TABLE, List.of(sysmon(5, "ProcessId", "1")), "FileName"))
                .isEmpty();
    }

    @Test
    void startOfAnotherChannelIsNoRow() {
        Event event = TestEvents.event("Application", 4688, "WS01", TestEvents.NOON, "NewProcessName", "C:\\a.exe");
        assertThat(rows(TABLE, List.of(event), "FileName")).isEmpty();
    }
}

package io.quarry.telemetry.view;

import static io.quarry.telemetry.view.TestEvents.NOON;
import static io.quarry.telemetry.view.TestEvents.defender;
import static io.quarry.telemetry.view.TestEvents.row;
import static io.quarry.telemetry.view.TestEvents.rows;
import static io.quarry.telemetry.view.TestEvents.security;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.TableName;
import io.quarry.telemetry.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Logons, accounts, services and tasks of the Security and System logs. */
final class SecurityRowsTest {
    private static final TableName LOGONS = defender("DeviceLogonEvents");
    private static final TableName DEVICE = defender("DeviceEvents");

    private static Event logon(int id, String address) {
        return security(
                id,
                NOON,
                "SubjectUserName",
                "WS01$",
                "SubjectDomainName",
                "CORP",
                "TargetUserName",
                "Ann",
                "TargetDomainName",
                "CORP",
                "TargetUserSid",
                "S-1-5-21-1",
                "TargetLogonId",
                "0x99",
                "LogonType",
                "3",
                "AuthenticationPackageName",
                "NTLM",
                "WorkstationName",
                "WS02",
                "ProcessId",
                "0x204",
                "ProcessName",
                "C:\\Windows\\System32\\services.exe",
                "IpAddress",
                address,
                "IpPort",
                "50000",
                "Status",
                "0xc000006d",
                "SubStatus",
                "0xC000006A",
                "TargetServerName",
                "DC01");
    }

    @Test
    void logonTellsAccountTypeAndOrigin() {
        assertThat(row(
                        LOGONS,
                        logon(4624, "10.0.0.9"),
                        "ActionType",
                        "AccountDomain",
                        "AccountName",
                        "AccountSid",
                        "LogonType",
                        "LogonId:long",
                        "RemoteIP",
                        "RemoteIPType",
                        "RemotePort:int",
                        "RemoteDeviceName",
                        "Protocol",
                        "InitiatingProcessFileName",
                        "InitiatingProcessId:long",
                        "InitiatingProcessAccountName",
                        "AdditionalFields"))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("ActionType", "LogonSuccess"),
                        Map.entry("AccountDomain", "corp"),
                        Map.entry("AccountName", "ann"),
                        Map.entry("AccountSid", "S-1-5-21-1"),
                        Map.entry("LogonType", "Network"),
                        Map.entry("LogonId", 0x99L),
                        Map.entry("RemoteIP", "10.0.0.9"),
                        Map.entry("RemoteIPType", "Private"),
                        Map.entry("RemotePort", 50000L),
                        Map.entry("RemoteDeviceName", "WS02"),
                        Map.entry("Protocol", "NTLM"),
                        Map.entry("InitiatingProcessFileName", "services.exe"),
                        Map.entry("InitiatingProcessId", 0x204L),
                        Map.entry("InitiatingProcessAccountName", "ws01$"),
                        Map.entry("AdditionalFields", "{\"IsLocalLogon\":false}")));
    }

    @Test
    void logonFromTheHostItselfIsLocal() {
        for (String address : new String[] {"-", "::1", "127.0.0.1", "::ffff:127.0.0.1"}) {
            assertThat(row(LOGONS, logon(4624, address), "RemoteIP", "RemoteIPType", "AdditionalFields"))
                    .containsEntry("RemoteIP", "")
                    .containsEntry("RemoteIPType", "")
                    .containsEntry("AdditionalFields", "{\"IsLocalLogon\":true}");
        }
    }

    @Test
    void failedLogonHasAReason() {
        assertThat(row(LOGONS, logon(4625, "10.0.0.9"), "ActionType", "FailureReason"))
                .containsEntry("ActionType", "LogonFailed")
                .containsEntry("FailureReason", "InvalidUserNameOrPassword");
    }

    @Test
    void explicitCredentialsNameTheServer() {
        assertThat(row(LOGONS, logon(4648, "10.0.0.9"), "ActionType", "RemoteDeviceName", "AccountName"))
                .containsEntry("ActionType", "LogonAttempted")
                .containsEntry("RemoteDeviceName", "DC01")
                .containsEntry("AccountName", "ann");
    }

    @Test
    void installedServiceIsItsProgramAndCommandLine() {
        Event security = security(4697, NOON, "ServiceName", "S", "ServiceFileName", "\"C:\\a b\\s.exe\" -k");
        Event system = TestEvents.event(
                "System",
                7045,
                "WS01",
                NOON,
                "ServiceName",
                "S",
                "ImagePath",
                "C:\\s.exe -k",
                "AccountName",
                "LocalSystem");
        String[] columns = {"ActionType", "FileName", "FolderPath", "ProcessCommandLine"};
        assertThat(row(DEVICE, security, columns).values().toString())
                .isEqualTo("[ServiceInstalled, s.exe, C:\\a b\\s.exe, \"C:\\a b\\s.exe\" -k]");
        assertThat(row(DEVICE, system, columns).values().toString())
                .isEqualTo("[ServiceInstalled, s.exe, C:\\s.exe, C:\\s.exe -k]");
        assertThat(row(DEVICE, system, "AdditionalFields"))
                .containsEntry("AdditionalFields", "{\"ServiceName\":\"S\",\"ServiceAccount\":\"LocalSystem\"}");
    }

    @Test
    void scheduledTaskKeepsItsContent() {
        assertThat(row(DEVICE, security(4698, NOON, "TaskName", "T", "TaskContent", "<x/>"), "AdditionalFields"))
                .containsEntry("AdditionalFields", "{\"TaskName\":\"T\",\"TaskContent\":\"<x/>\"}");
        assertThat(row(DEVICE, security(4702, NOON, "TaskName", "T", "TaskContentNew", "<y/>"), "AdditionalFields"))
                .containsEntry("AdditionalFields", "{\"TaskName\":\"T\",\"TaskContent\":\"<y/>\"}");
    }

    @Test
    void memberOfAGroupIsTheAccount() {
        Event event = security(
                4732,
                NOON,
                "MemberName",
                "-",
                "MemberSid",
                "S-1-5-21-7",
                "TargetUserName",
                "Administrators",
                "TargetDomainName",
                "Builtin",
                "TargetSid",
                "S-1-5-32-544",
                "SubjectUserName",
                "Ann");
        assertThat(row(
                        DEVICE,
                        event,
                        "ActionType",
                        "AccountName",
                        "AccountSid",
                        "InitiatingProcessAccountName",
                        "AdditionalFields"))
                .containsEntry("ActionType", "UserAccountAddedToLocalGroup")
                .containsEntry("AccountName", "")
                .containsEntry("AccountSid", "S-1-5-21-7")
                .containsEntry("InitiatingProcessAccountName", "ann")
                .containsEntry(
                        "AdditionalFields",
                        "{\"GroupName\":\"Administrators\",\"GroupDomainName\":\"Builtin\",\"GroupSid\":\"S-1-5-32-544\"}");
    }

    @Test
    void everyEventHasItsAction() {
        int[] ids = {4699, 4700, 4701, 4720, 4726, 4722, 4725, 4738, 4723, 4724, 4733, 4731, 4734, 4719, 1102};
        List<Event> events = new ArrayList<>();
        for (int id : ids) {
            events.add(security(id, NOON, "TargetUserName", "Bob", "SubjectUserName", "Ann"));
        }
        events.add(TestEvents.event(
                "Microsoft-Windows-PowerShell/Operational", 4104, "WS01", NOON, "ScriptBlockText", "ls"));
        assertThat(rows(DEVICE, events, "ActionType"))
                .extracting(row -> row.get("ActionType"))
                .containsExactly(
                        "ScheduledTaskDeleted",
                        "ScheduledTaskEnabled",
                        "ScheduledTaskDisabled",
                        "UserAccountCreated",
                        "UserAccountDeleted",
                        "UserAccountModified",
                        "UserAccountModified",
                        "UserAccountModified",
                        "PasswordChangeAttempt",
                        "PasswordChangeAttempt",
                        "UserAccountRemovedFromLocalGroup",
                        "SecurityGroupCreated",
                        "SecurityGroupDeleted",
                        "AuditPolicyModification",
                        "SecurityLogCleared",
                        "PowerShellCommand");
    }
}

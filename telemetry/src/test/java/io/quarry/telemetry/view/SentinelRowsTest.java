package io.quarry.telemetry.view;

import static io.quarry.telemetry.view.TestEvents.NOON;
import static io.quarry.telemetry.view.TestEvents.row;
import static io.quarry.telemetry.view.TestEvents.rows;
import static io.quarry.telemetry.view.TestEvents.security;
import static io.quarry.telemetry.view.TestEvents.sysmon;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.data.TableName;
import io.quarry.telemetry.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sentinel's own tables of Windows events. */
final class SentinelRowsTest {
    private static final TableName SECURITY = new TableName(Platform.SENTINEL, "SecurityEvent");
    private static final TableName EVENT = new TableName(Platform.SENTINEL, "Event");
    private static final TableName WINDOWS = new TableName(Platform.UNIFIED, "WindowsEvent");

    private static Event logon(String targetDomain, String target) {
        return security(
                4624,
                NOON,
                "SubjectUserName",
                "WS01$",
                "SubjectDomainName",
                "CORP",
                "TargetUserName",
                target,
                "TargetDomainName",
                targetDomain,
                "LogonType",
                "3",
                "IpAddress",
                "-",
                "ProcessName",
                "C:\\Windows\\System32\\lsass.exe");
    }

    @Test
    void securityEventHasFieldsUnderTheirNamesAndWhatIsMadeOfThem() {
        assertThat(row(
                        SECURITY,
                        logon("CORP", "Ann"),
                        "EventID:int",
                        "Activity",
                        "Computer",
                        "Channel",
                        "Account",
                        "AccountType",
                        "SubjectAccount",
                        "TargetAccount",
                        "LogonType:int",
                        "LogonTypeName",
                        "IpAddress",
                        "Process",
                        "CommandLine"))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("EventID", 4624L),
                        Map.entry("Activity", "4624 - An account was successfully logged on."),
                        Map.entry("Computer", "WS01.corp.example"),
                        Map.entry("Channel", "Security"),
                        Map.entry("Account", "CORP\\Ann"),
                        Map.entry("AccountType", "User"),
                        Map.entry("SubjectAccount", "CORP\\WS01$"),
                        Map.entry("TargetAccount", "CORP\\Ann"),
                        Map.entry("LogonType", 3L),
                        Map.entry("LogonTypeName", "3 - Network"),
                        Map.entry("IpAddress", "-"),
                        Map.entry("Process", "lsass.exe"),
                        Map.entry("CommandLine", "")));
    }

    @Test
    void accountIsTheSubjectWhereNobodyIsTheTarget() {
        assertThat(row(SECURITY, logon("-", "-"), "Account", "AccountType", "TargetAccount"))
                .containsEntry("Account", "CORP\\WS01$")
                .containsEntry("AccountType", "Machine")
                .containsEntry("TargetAccount", "-\\-");
        assertThat(row(SECURITY, logon("", "Ann"), "Account")).containsEntry("Account", "\\Ann");
    }

    @Test
    void anUnknownEventHasNoActivity() {
        assertThat(row(SECURITY, security(99, NOON), "Activity", "EventData"))
                .containsEntry("Activity", "")
                .containsEntry("EventData", "");
    }

    @Test
    void eventDataIsXmlInTheOrderOfTheEvent() {
        Event event = sysmon(1, "Image", "C:\\a.exe", "CommandLine", "a <\"&\"> \u0001b", "", "bare");
        String data = "<EventData xmlns=\"http://schemas.microsoft.com/win/2004/08/events/event\">"
                + "<Data Name=\"Image\">C:\\a.exe</Data>"
                + "<Data Name=\"CommandLine\">a &lt;&quot;&amp;&quot;&gt; b</Data><Data>bare</Data></EventData>";
        assertThat(row(EVENT, event, "EventData", "ParameterXml", "Source", "EventLog", "EventLevelName", "UserName"))
                .containsEntry(
                        "EventData",
                        "<DataItem type=\"System.XmlData\" time=\"2026-03-01T12:00:00.1234567Z\">" + data
                                + "</DataItem>")
                .containsEntry(
                        "ParameterXml",
                        "<Param>C:\\a.exe</Param><Param>a &lt;&quot;&amp;&quot;&gt; b</Param><Param>bare</Param>")
                .containsEntry("Source", "Microsoft-Windows-Sysmon")
                .containsEntry("EventLog", TestEvents.SYSMON)
                .containsEntry("EventLevelName", "Information")
                .containsEntry("UserName", "NT AUTHORITY\\SYSTEM");
        assertThat(row(SECURITY, security(4688, NOON, "NewProcessName", "x"), "EventData"))
                .containsEntry(
                        "EventData",
                        "<EventData xmlns=\"http://schemas.microsoft.com/win/2004/08/events/event\">"
                                + "<Data Name=\"NewProcessName\">x</Data></EventData>");
    }

    @Test
    void windowsEventHasABagOfFields() {
        Event event = sysmon(1, "Image", "a.exe", "", "one", "", "two", "", "three");
        assertThat(row(WINDOWS, event, "EventData:dynamic", "Provider", "EventID:int"))
                .containsEntry("EventData", Map.of("Image", "a.exe", "Data", List.of("one", "two", "three")))
                .containsEntry("Provider", "Microsoft-Windows-Sysmon")
                .containsEntry("EventID", 1L);
    }

    @Test
    void eachLogHasItsTable() {
        List<Event> events = List.of(sysmon(1), security(4688, NOON));
        assertThat(rows(SECURITY, events, "EventID:int")).containsExactly(Map.of("EventID", 4688L));
        assertThat(rows(EVENT, events, "EventID:int")).containsExactly(Map.of("EventID", 1L));
        assertThat(rows(WINDOWS, events, "EventID:int")).hasSize(2);
    }
}

package io.quarry.telemetry.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Ticks;
import io.quarry.telemetry.CollectedEvents;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.MadeEvents;
import io.quarry.telemetry.SyslogMessage;
import io.quarry.telemetry.json.NdjsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WindowsContentTest {
    private static final String AGENT =
            "<13>Mar 02 14:00:05 WS01 AgentDevice=WindowsLog\tAgentLogFile=%s\tPluginVersion=7.3.1\tSource=%s\t"
                    + "Computer=WS01.corp.example\tOriginatingComputer=10.0.0.5\tUser=SYSTEM\tDomain=NT AUTHORITY\t"
                    + "EventID=%s\tEventIDCode=%s\tEventType=4\tRecordNumber=77\tTimeGenerated=1772460005\t"
                    + "TimeWritten=1772460006\tLevel=Informational\tKeywords=Audit Success\tMessage=%s";

    private static final String SYSMON_MESSAGE =
            "Process Create:  RuleName: -  UtcTime: 2026-03-02 14:00:05.123  ProcessGuid: {A-1}  ProcessId: 12  "
                    + "Image: C:\\Windows\\cmd.exe  CommandLine: cmd /c \"echo User: x\"  User: CORP\\ann  "
                    + "ParentImage: C:\\Windows\\explorer.exe";

    @Test
    void winCollectsSysmonEventIsASysmonEvent() throws IOException {
        Event event = read(AGENT.formatted(
                "Microsoft-Windows-Sysmon/Operational", "Microsoft-Windows-Sysmon", "1", "1", SYSMON_MESSAGE));
        assertThat(event.header().channel()).isEqualTo("Microsoft-Windows-Sysmon/Operational");
        assertThat(event.header().provider()).isEqualTo("Microsoft-Windows-Sysmon");
        assertThat(event.header().eventId()).isEqualTo(1);
        assertThat(event.header().computer()).isEqualTo("WS01.corp.example");
        assertThat(event.header().eventRecordId()).isEqualTo(77);
        assertThat(event.header().keywords()).isEqualTo("0x8020000000000000");
        assertThat(event.value("RuleName")).isEqualTo("-");
        assertThat(event.value("Image")).isEqualTo("C:\\Windows\\cmd.exe");
        assertThat(event.value("CommandLine")).isEqualTo("cmd /c \"echo User: x\"");
        assertThat(event.value("User")).isEqualTo("CORP\\ann");
        assertThat(event.value("ParentImage")).isEqualTo("C:\\Windows\\explorer.exe");
        assertThat(event.syslog().orElseThrow().device().content()).isEqualTo(SyslogMessage.Content.WINDOWS);
        assertThat(Ticks.format(event.syslog().orElseThrow().time())).isEqualTo("2026-03-02T14:00:05.1230000Z");
    }

    /** WinCollect ships the files of DHCP and web servers too. */
    @Test
    void whatIsNotOfTheWindowsLogIsText() throws IOException {
        CollectedEvents read = CollectedEvents.read(
                new SyslogFormat(),
                "<13>Mar 02 14:00:05 WS01 AgentDevice=WindowsDHCP\tAgentLogFile=DhcpSrvLog-Mon.log\tPayload=10,x");
        assertThat(read.problems()).isEmpty();
        assertThat(read.event().fields()).isEmpty();
        assertThat(read.event().syslog().orElseThrow().device().content()).isEqualTo(SyslogMessage.Content.TEXT);
    }

    @Test
    void twoBlanksEndAValue() throws IOException {
        Event event =
                read(AGENT.formatted("Application", "Other", "9999", "9999", "State:  is up  Install Path:  C:\\x"));
        assertThat(CollectedEvents.fields(event)).startsWith("State=is up", "Install Path=C:\\x");
    }

    @Test
    @Timeout(20)
    void blanksInAMessageCostNoTime() throws IOException {
        String message = "Seen: " + " ".repeat(300_000) + "x  Name: y";
        Event event = read(AGENT.formatted("Application", "Other", "9999", "9999", message));
        assertThat(CollectedEvents.fields(event)).startsWith("Seen=x", "Name=y");
    }

    @Test
    void fieldsPartedBySingleBlanksAreFound() throws IOException {
        Event event = read(AGENT.formatted(
                "Microsoft-Windows-Sysmon/Operational",
                "Microsoft-Windows-Sysmon",
                "11",
                "11",
                "File created: UtcTime: 2026-03-02 14:00:05.123 Image: C:\\a b.exe TargetFilename: C:\\x: y"));
        assertThat(CollectedEvents.fields(event))
                .startsWith("UtcTime=2026-03-02 14:00:05.123", "Image=C:\\a b.exe", "TargetFilename=C:\\x: y");
    }

    @Test
    void sectionsOfASecurityMessageTellItsAccountsApart() throws IOException {
        Event event = read(
                AGENT.formatted(
                        "Security",
                        "Microsoft-Windows-Security-Auditing",
                        "4688",
                        "4688",
                        "A new process has been created.  Creator Subject:   Security ID:  S-1-5-18   Account Name:  WS01$   "
                                + "Account Domain:  CORP   Logon ID:  0x3E7  Target Subject:   Security ID:  S-1-5-21-1   "
                                + "Account Name:  ann   Account Domain:  CORP   Logon ID:  0x9  Process Information:   "
                                + "New Process ID:  0x1a2c   New Process Name: C:\\Windows\\cmd.exe   "
                                + "Token Elevation Type: %%1936   Creator Process ID: 0x10   Process Command Line: cmd /c dir"));
        assertThat(event.value("SubjectUserSid")).isEqualTo("S-1-5-18");
        assertThat(event.value("SubjectUserName")).isEqualTo("WS01$");
        assertThat(event.value("TargetUserName")).isEqualTo("ann");
        assertThat(event.value("NewProcessId")).isEqualTo("0x1a2c");
        assertThat(event.value("NewProcessName")).isEqualTo("C:\\Windows\\cmd.exe");
        assertThat(event.value("ProcessId")).isEqualTo("0x10");
        assertThat(event.value("CommandLine")).isEqualTo("cmd /c dir");
        assertThat(event.value("MandatoryLabel")).isNull();
    }

    @Test
    void anAbsentSectionDoesNotTakeTheNextOnesValues() throws IOException {
        Event event = read(AGENT.formatted(
                "Security",
                "Microsoft-Windows-Security-Auditing",
                "4624",
                "4624",
                "An account was successfully logged on.  Logon Type:  3  New Logon:  Account Name:  ann"));
        assertThat(event.value("SubjectUserName")).isNull();
        assertThat(event.value("LogonType")).isEqualTo("3");
        assertThat(event.value("TargetUserName")).isEqualTo("ann");
    }

    @Test
    void theCodeOfAnIdentifierIsTheEventsNumber() throws IOException {
        String line = AGENT.formatted(
                "System",
                "Service Control Manager",
                "1073748869",
                "",
                "Service Name:  Evil svc   " + "Service File Name:  cmd /c x");
        Event event = read(line.replace("EventIDCode=\t", ""));
        assertThat(event.header().eventId()).isEqualTo(7045);
        assertThat(event.value("ServiceName")).isEqualTo("Evil svc");
        assertThat(event.value("ImagePath")).isEqualTo("cmd /c x");
    }

    @Test
    void snaresEventIsAWindowsEvent() throws IOException {
        Event event = read("<14>Mar  2 14:00:06 WS01 MSWinEventLog\t1\tSecurity\t99\tMon Mar 02 14:00:05 2026\t4672\t"
                + "Microsoft-Windows-Security-Auditing\tCORP\\ann\tN/A\tSuccess Audit\tWS01.corp.example\tSpecial Logon\t\t"
                + "Special privileges.  Subject:  Account Name:  ann  Privileges:  SeDebugPrivilege\t12");
        assertThat(event.header().channel()).isEqualTo("Security");
        assertThat(event.header().eventId()).isEqualTo(4672);
        assertThat(event.header().computer()).isEqualTo("WS01.corp.example");
        assertThat(Ticks.format(event.header().time())).isEqualTo("2026-03-02T14:00:05.0000000Z");
        assertThat(event.value("PrivilegeList")).isEqualTo("SeDebugPrivilege");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LEEF:1.0|Microsoft|Sysmon|15|1|devTime=1772460005123\tImage=C:\\cmd.exe\tComputer=WS01",
                "LEEF:2.0|NXLog|in|3|unknown|^|EventID=1^SourceName=Microsoft-Windows-Sysmon^Image=C:\\cmd.exe^Hostname=WS01"
                        + "^EventTime=2026-03-02 14:00:05.123",
                "LEEF:1.0|Microsoft|Windows|10|1|Channel=Microsoft-Windows-Sysmon/Operational\tidentHostName=WS01\t"
                        + "Message=Process Create:  UtcTime: 2026-03-02 14:00:05.123  Image: C:\\cmd.exe",
                "CEF:0|Microsoft|Sysmon|15|1|Process Create|1|rt=1772460005123 Image=C:\\\\cmd.exe shost=WS01",
                "{\"EventID\": 1, \"Channel\": \"Microsoft-Windows-Sysmon/Operational\", \"Computer\": \"WS01\", "
                        + "\"Image\": \"C:\\\\cmd.exe\", \"UtcTime\": \"2026-03-02 14:00:05.123\"}",
                "<Event><System><Provider Name=\"x\"/><EventID>1</EventID><TimeCreated SystemTime=\"2026-03-02T14:00:05.123Z\"/>"
                        + "<Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>WS01</Computer></System>"
                        + "<EventData><Data Name=\"Image\">C:\\cmd.exe</Data></EventData></Event>",
            })
    void everyNotationGivesTheSameEvent(String content) throws IOException {
        Event event = read("<13>Mar  2 14:00:05 relay " + content);
        assertThat(event.header().channel()).isEqualTo("Microsoft-Windows-Sysmon/Operational");
        assertThat(event.header().eventId()).isEqualTo(1);
        assertThat(event.header().computer()).isEqualTo("WS01");
        assertThat(event.value("Image")).isEqualTo("C:\\cmd.exe");
        assertThat(Ticks.format(event.syslog().orElseThrow().time())).isEqualTo("2026-03-02T14:00:05.1230000Z");
        assertThat(event.syslog().orElseThrow().device().content()).isEqualTo(SyslogMessage.Content.WINDOWS);
    }

    @Test
    void winlogbeatsJsonBehindAHeaderIsRead() throws IOException {
        Event made = MadeEvents.processStart(3);
        Event event = read("<13>Mar  2 14:00:05 relay beat: " + NdjsonWriter.line(made));
        assertThat(event.fields()).isEqualTo(made.fields());
        assertThat(event.header().computer()).isEqualTo(made.header().computer());
    }

    @Test
    void whatIsWrittenIsReadAgain(@TempDir Path folder) throws IOException {
        List<Event> events = MadeEvents.processStarts(3);
        Path file = folder.resolve("a.log");
        SyslogWriter.write(file, events);
        CollectedEvents read = CollectedEvents.read(new SyslogFormat(), Files.readAllBytes(file));
        assertThat(read.problems()).isEmpty();
        assertThat(read.events()).extracting(Event::fields).containsExactlyElementsOf(withoutMessage(events, read));
    }

    /** The fields that were written, and the message in which they came. */
    private static List<List<io.quarry.telemetry.EventField>> withoutMessage(List<Event> events, CollectedEvents read) {
        List<List<io.quarry.telemetry.EventField>> expected = new java.util.ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            List<io.quarry.telemetry.EventField> fields =
                    new java.util.ArrayList<>(events.get(i).fields());
            List<io.quarry.telemetry.EventField> found = read.events().get(i).fields();
            fields.add(found.get(found.size() - 1));
            expected.add(fields);
        }
        return expected;
    }

    private static Event read(String line) throws IOException {
        CollectedEvents read = CollectedEvents.read(new SyslogFormat(), line);
        assertThat(read.rendered()).isEmpty();
        return read.event();
    }
}

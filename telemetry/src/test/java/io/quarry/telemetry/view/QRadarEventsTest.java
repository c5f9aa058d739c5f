package io.quarry.telemetry.view;

import static io.quarry.telemetry.view.TestEvents.row;
import static io.quarry.telemetry.view.TestEvents.rows;
import static io.quarry.telemetry.view.TestEvents.security;
import static io.quarry.telemetry.view.TestEvents.sysmon;
import static io.quarry.telemetry.view.TestEvents.ticks;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.data.TableName;
import io.quarry.data.Ticks;
import io.quarry.telemetry.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class QRadarEventsTest {
    private static final TableName EVENTS = new TableName(Platform.QRADAR, "events");

    private static final Event START = sysmon(
            1,
            "UtcTime",
            "2026-03-01 12:00:00.250",
            "ProcessId",
            "12200",
            "Image",
            "C:\\Windows\\System32\\rundll32.exe",
            "OriginalFileName",
            "RUNDLL32.EXE",
            "CommandLine",
            "rundll32 dfshim.dll",
            "User",
            "CORP\\Ann",
            "Hashes",
            "SHA1=AB,IMPHASH=CD",
            "ParentImage",
            "C:\\Windows\\explorer.exe",
            "ParentCommandLine",
            "explorer");

    private static final Event CONNECTION = sysmon(
            3,
            "Initiated",
            "true",
            "Protocol",
            "udp",
            "SourceIp",
            "10.0.2.17",
            "SourcePort",
            "50336",
            "DestinationIp",
            "2001:db8::1",
            "DestinationPort",
            "53");

    @Test
    void everyWindowsEventIsOfDeviceType12() {
        Event other = TestEvents.event("Application", 1000, "WS02", TestEvents.NOON);
        assertThat(rows(EVENTS, List.of(START, other), "devicetype:long", "$logsourcetypename", "$logsourcename"))
                .extracting(Map::values)
                .extracting(Object::toString)
                .containsExactly(
                        "[12, Microsoft Windows Security Event Log, WindowsAuthServer @ WS01.corp.example]",
                        "[12, Microsoft Windows Security Event Log, WindowsAuthServer @ WS02]");
    }

    @Test
    void timesAreUnixMilliseconds() {
        long millis = Ticks.toUnixMillis(ticks("2026-03-01T12:00:00.250Z"));
        assertThat(row(EVENTS, START, "starttime:long", "endtime:long", "devicetime:long", "$time:datetime"))
                .containsEntry("starttime", millis)
                .containsEntry("endtime", millis)
                .containsEntry("devicetime", millis)
                .containsEntry("$time", ticks("2026-03-01T12:00:00.250Z"));
    }

    @Test
    void allThreeGenerationsOfAPropertyHoldTheSame() {
        assertThat(row(
                        EVENTS,
                        START,
                        "Image",
                        "Process Path",
                        "Process Name",
                        "CommandLine",
                        "Process CommandLine",
                        "Command",
                        "ParentImage",
                        "Parent Process Path",
                        "ParentProcessName",
                        "ParentCommandLine",
                        "Parent Command"))
                .containsEntry("Image", "C:\\Windows\\System32\\rundll32.exe")
                .containsEntry("Process Path", "C:\\Windows\\System32\\rundll32.exe")
                .containsEntry("Process Name", "rundll32.exe")
                .containsEntry("CommandLine", "rundll32 dfshim.dll")
                .containsEntry("Process CommandLine", "rundll32 dfshim.dll")
                .containsEntry("Command", "rundll32 dfshim.dll")
                .containsEntry("ParentImage", "C:\\Windows\\explorer.exe")
                .containsEntry("Parent Process Path", "C:\\Windows\\explorer.exe")
                .containsEntry("ParentProcessName", "C:\\Windows\\explorer.exe")
                .containsEntry("ParentCommandLine", "explorer")
                .containsEntry("Parent Command", "explorer");
    }

    @Test
    void eventIdIsAPropertyAndNotTheQid() {
        assertThat(row(
                        EVENTS,
                        START,
                        "EventID",
                        "Event ID",
                        "qideventid",
                        "qideventcategory",
                        "qid:long",
                        "category:long"))
                .containsEntry("EventID", "1")
                .containsEntry("Event ID", "1")
                .containsEntry("qideventid", "1")
                .containsEntry("qideventcategory", TestEvents.SYSMON)
                .containsEntry("qid", null)
                .containsEntry("category", 8110L);
    }

    @Test
    void userNameHasNoDomainAndKeepsItsCase() {
        assertThat(row(EVENTS, START, "username")).containsEntry("username", "Ann");
        Event logon = security(4624, TestEvents.NOON, "SubjectUserName", "-", "TargetUserName", "Bob");
        assertThat(row(EVENTS, logon, "username")).containsEntry("username", "Bob");
    }

    @Test
    void whatAnEventDoesNotTellIsNull() {
        assertThat(row(EVENTS, START, "TargetFilename", "DestinationIp", "RuleName"))
                .containsEntry("TargetFilename", null)
                .containsEntry("DestinationIp", null)
                .containsEntry("RuleName", null);
    }

    @Test
    void absentAddressesAreZeroAndAbsentPortsToo() {
        assertThat(row(EVENTS, START, "sourceip", "destinationip", "sourceport:long", "destinationport:long"))
                .containsEntry("sourceip", "0.0.0.0")
                .containsEntry("destinationip", "0.0.0.0")
                .containsEntry("sourceport", 0L)
                .containsEntry("destinationport", 0L);
    }

    @Test
    void addressesOfVersion6HaveTheirOwnColumn() {
        assertThat(row(
                        EVENTS,
                        CONNECTION,
                        "sourceip",
                        "sourceport:long",
                        "destinationip",
                        "destinationv6",
                        "destinationaddress",
                        "destinationport:long",
                        "DestinationIp",
                        "protocolid:long",
                        "category:long"))
                .containsEntry("sourceip", "10.0.2.17")
                .containsEntry("sourceport", 50336L)
                .containsEntry("destinationip", "0.0.0.0")
                .containsEntry("destinationv6", "2001:db8::1")
                .containsEntry("destinationaddress", "2001:db8::1")
                .containsEntry("destinationport", 53L)
                .containsEntry("DestinationIp", "2001:db8::1")
                .containsEntry("protocolid", 17L)
                .containsEntry("category", 4012L);
    }

    @Test
    void fileEventHasPathNameAndFolder() {
        Event event = sysmon(11, "TargetFilename", "C:\\Users\\Ann\\Downloads\\a.appref-ms");
        assertThat(row(EVENTS, event, "TargetFilename", "Filename", "File Path", "File Directory", "category:long"))
                .containsEntry("TargetFilename", "C:\\Users\\Ann\\Downloads\\a.appref-ms")
                .containsEntry("Filename", "a.appref-ms")
                .containsEntry("File Path", "C:\\Users\\Ann\\Downloads\\a.appref-ms")
                .containsEntry("File Directory", "C:\\Users\\Ann\\Downloads")
                .containsEntry("category", 8028L);
    }

    @Test
    void securityStartTellsTheNewProcessAndItsCreator() {
        Event event = security(
                4688,
                TestEvents.NOON,
                "NewProcessId",
                "0x10",
                "NewProcessName",
                "C:\\a.exe",
                "ProcessId",
                "0x20",
                "ParentProcessName",
                "C:\\p.exe",
                "SubjectUserName",
                "Ann");
        assertThat(row(
                        EVENTS,
                        event,
                        "Image",
                        "ParentImage",
                        "Process ID",
                        "ParentProcessId",
                        "category:long",
                        "username"))
                .containsEntry("Image", "C:\\a.exe")
                .containsEntry("ParentImage", "C:\\p.exe")
                .containsEntry("Process ID", "16")
                .containsEntry("ParentProcessId", "32")
                .containsEntry("category", 8110L)
                .containsEntry("username", "Ann");
    }

    @Test
    void processPathOfALoadedImageIsTheModule() {
        Event event = sysmon(7, "Image", "C:\\a\\host.exe", "ImageLoaded", "C:\\b\\dfshim.dll");
        assertThat(row(EVENTS, event, "Image", "ImageLoaded", "LoadedImage", "Process Path", "category:long"))
                .containsEntry("Image", "C:\\a\\host.exe")
                .containsEntry("ImageLoaded", "C:\\b\\dfshim.dll")
                .containsEntry("LoadedImage", "C:\\b\\dfshim.dll")
                .containsEntry("Process Path", "C:\\b\\dfshim.dll")
                .containsEntry("category", 19247L);
    }

    @Test
    void namesDoNotMindCase() {
        assertThat(row(EVENTS, START, "image", "PROCESS ID", "Process Id"))
                .containsEntry("image", "C:\\Windows\\System32\\rundll32.exe")
                .containsEntry("PROCESS ID", "12200")
                .containsEntry("Process Id", "12200");
    }

    @Test
    void payloadIsALineOfPairsThatEndsWithTheFields() {
        Event event = sysmon(11, "Image", "C:\\a.exe", "TargetFilename", "C:\\b.txt");
        assertThat(row(EVENTS, event, "payload").get("payload").toString())
                .startsWith("<13>1 2026-03-01T12:00:00.123456Z WS01.corp.example - - - - AgentDevice=WindowsLog\t")
                .contains("\tAgentLogFile=" + TestEvents.SYSMON + "\t")
                .contains("\tEventID=11\t")
                .endsWith("\tMessage=Image: C:\\a.exe  TargetFilename: C:\\b.txt");
    }
}

package io.quarry.telemetry.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.data.TableName;
import io.quarry.data.Ticks;
import io.quarry.telemetry.CollectedEvents;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.syslog.SyslogFormat;
import io.quarry.telemetry.syslog.SyslogWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SyslogRowsTest {
    private static final TableName EVENTS = new TableName(Platform.QRADAR, "events");
    private static final String FIREWALL =
            "<13>Mar  4 00:00:00 fw1 LEEF:1.0|Acme|Wall|4|deny|devTime=1772460005123\tcat=blocked\tsrc=10.0.0.1\t"
                    + "srcPort=4711\tdst=2001:db8::1\tdstPort=443\tproto=TCP\tusrName=CORP\\ann\tsev=7";

    @Test
    void aWindowsEventGivesTheSameRowHoweverItCame() throws IOException {
        List<Event> events = List.of(
                TestEvents.sysmon(
                        1,
                        "UtcTime",
                        "2026-03-01 11:59:58.250",
                        "ProcessId",
                        "12200",
                        "Image",
                        "C:\\Windows\\System32\\rundll32.exe",
                        "CommandLine",
                        "rundll32 \"User: x\"\nsecond line",
                        "User",
                        "CORP\\Ann",
                        "Hashes",
                        "SHA1=AB,IMPHASH=CD"),
                TestEvents.event(
                        "Security",
                        4688,
                        "WS01.corp.example",
                        TestEvents.NOON,
                        "SubjectUserName",
                        "WS01$",
                        "NewProcessId",
                        "0x10",
                        "NewProcessName",
                        "C:\\cmd.exe",
                        "ProcessId",
                        "0x9"),
                TestEvents.event("Application", 1000, "WS02", "2026-03-01T00:00:00Z", "", "first", "", "second"));
        String[] columns = Views.shipped().columns(EVENTS).toArray(String[]::new);
        StringBuilder text = new StringBuilder();
        for (Event event : events) {
            String message = SyslogWriter.message(event);
            text.append(message.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                    .append(' ')
                    .append(message)
                    .append('\n');
        }
        CollectedEvents read = CollectedEvents.read(new SyslogFormat(), text.toString());
        assertThat(read.problems()).isEmpty();
        assertThat(TestEvents.rows(EVENTS, read.events(), columns)).isEqualTo(TestEvents.rows(EVENTS, events, columns));
    }

    @Test
    void arrivalAndTheDevicesTimeAreApart() throws IOException {
        Map<String, Object> row = row(FIREWALL, "starttime:long", "endtime:long", "devicetime:long");
        long arrival = Ticks.toUnixMillis(TestEvents.ticks("2026-03-04T00:00:00Z"));
        assertThat(row)
                .containsEntry("starttime", arrival)
                .containsEntry("endtime", arrival)
                .containsEntry("devicetime", 1772460005123L);
    }

    @Test
    void leefFillsTheBuiltInColumns() throws IOException {
        assertThat(row(
                        FIREWALL,
                        "devicetype:long",
                        "$logsourcetypename",
                        "$logsourcename",
                        "logsourceidentifier",
                        "qideventid",
                        "qideventcategory",
                        "sourceip",
                        "sourceport:long",
                        "destinationip",
                        "destinationv6",
                        "destinationport:long",
                        "protocolid:long",
                        "username",
                        "severity:long",
                        "qid:long",
                        "category:long",
                        "isunparsed:bool",
                        "payload"))
                .hasToString("{devicetype=212, $logsourcetypename=Universal LEEF, $logsourcename=UniversalLEEF @ fw1, "
                        + "logsourceidentifier=fw1, qideventid=deny, qideventcategory=blocked, sourceip=10.0.0.1, "
                        + "sourceport=4711, destinationip=0.0.0.0, destinationv6=2001:db8::1, destinationport=443, "
                        + "protocolid=6, username=ann, severity=7, qid=null, category=null, isunparsed=false, payload="
                        + FIREWALL + "}");
    }

    @Test
    void ofAnUnknownMessageOnlyTheTextIsKnown() throws IOException {
        assertThat(row(
                        "<13>Mar  4 00:00:00 fw1 sshd: hello",
                        "devicetype:long",
                        "isunparsed:bool",
                        "sourceip",
                        "payload"))
                .hasToString(
                        "{devicetype=67, isunparsed=true, sourceip=0.0.0.0, payload=<13>Mar  4 00:00:00 fw1 sshd: hello}");
    }

    @Test
    void otherDevicesGiveNoRowToMicrosoftsTables() throws IOException {
        List<Event> events = CollectedEvents.read(new SyslogFormat(), FIREWALL).events();
        TableName event = new TableName(Platform.SENTINEL, "Event");
        assertThat(TestEvents.rows(event, events, "Computer")).isEmpty();
    }

    @Test
    void theTimeRangeHoldsArrivalsToo() throws IOException {
        List<Event> events = CollectedEvents.read(new SyslogFormat(), FIREWALL).events();
        assertThat(LoadedTelemetry.of(events, Needs.none()).timeRange().orElseThrow())
                .isEqualTo(new TimeRange(Ticks.ofUnixMillis(1772460005123L), TestEvents.ticks("2026-03-04T00:00:00Z")));
    }

    private static Map<String, Object> row(String line, String... columns) throws IOException {
        return TestEvents.row(
                EVENTS, CollectedEvents.read(new SyslogFormat(), line).event(), columns);
    }
}

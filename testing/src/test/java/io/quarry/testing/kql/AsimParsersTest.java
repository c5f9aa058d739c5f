package io.quarry.testing.kql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Batch;
import io.quarry.data.Platform;
import io.quarry.data.Ticks;
import io.quarry.detect.hunt.Scans;
import io.quarry.detect.rule.RuleFiles;
import io.quarry.engine.Engine;
import io.quarry.engine.RunOptions;
import io.quarry.plan.Draft;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventField;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.EventLocation;
import io.quarry.telemetry.view.LoadedTelemetry;
import io.quarry.telemetry.view.Needs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentinel's parsers of normalized events over telemetry: their columns, and each of their parameters. */
class AsimParsersTest {
    private static final String SYSMON = "Microsoft-Windows-Sysmon/Operational";

    private static final List<Event> EVENTS = List.of(
            event(SYSMON, 1, "2026-03-01T12:00:00Z", """
                    Image=C:\\Windows\\System32\\cmd.exe|CommandLine=cmd /c ping 10.1.2.3|User=CORP\\Ann|ProcessId=12
                    ParentImage=C:\\Office\\winword.exe|ParentCommandLine=winword a.doc|ParentUser=CORP\\Bob
                    ProcessGuid={AB-1}|Hashes=MD5=AA11,SHA256=BB22|OriginalFileName=Cmd.Exe"""),
            event("Security", 4688, "2026-03-02T12:00:00Z", """
                    NewProcessName=C:\\Windows\\System32\\whoami.exe|CommandLine=whoami /all|SubjectUserName=WS01$
                    SubjectDomainName=CORP|TargetUserName=-|TargetDomainName=-|ParentProcessName=C:\\a.exe|NewProcessId=0x10"""),
            event(
                    SYSMON,
                    5,
                    "2026-03-01T13:00:00Z",
                    "Image=C:\\Windows\\System32\\cmd.exe|ProcessId=12|User=CORP\\Ann"),
            event(SYSMON, 13, "2026-03-01T12:00:00Z", """
                    EventType=SetValue|TargetObject=HKU\\S-1-5-21\\Software\\Run\\evil|Details=DWORD (0x00000001)
                    Image=C:\\reg.exe|User=CORP\\Ann"""),
            event(SYSMON, 11, "2026-03-01T12:00:00Z", "TargetFilename=C:\\Temp\\a.txt|Image=C:\\b.exe|User=CORP\\Ann"),
            event(SYSMON, 3, "2026-03-01T12:00:00Z", """
                    Initiated=true|SourceIp=10.0.0.1|SourcePort=5000|DestinationIp=93.184.216.34|DestinationPort=443
                    DestinationHostname=example.com|Protocol=tcp|Image=C:\\b.exe"""),
            event(SYSMON, 22, "2026-03-01T12:00:00Z", "QueryName=a.example.com|QueryStatus=9003|QueryResults=-"),
            event(SYSMON, 22, "2026-03-01T12:00:00Z", "QueryName=b.example.org|QueryStatus=0|QueryResults=10.9.8.7;"),
            event("Security", 4625, "2026-03-01T12:00:00Z", """
                    TargetUserName=Ann|TargetDomainName=CORP|LogonType=3|IpAddress=10.0.0.9|Status=0xc000006d
                    SubStatus=0xC000006A|WorkstationName=WS02|SubjectUserName=-|SubjectDomainName=-"""),
            event(
                    "Security",
                    4624,
                    "2026-03-01T12:00:00Z",
                    "TargetUserName=Bob|TargetDomainName=-|LogonType=10|IpAddress=-"),
            event("Security", 4732, "2026-03-01T12:00:00Z", """
                    MemberName=CN=Ann|TargetUserName=Administrators|TargetDomainName=Builtin|SubjectUserName=Bob
                    SubjectDomainName=CORP"""),
            event("Security", 4698, "2026-03-01T12:00:00Z", """
                    TaskName=\\evil|TaskContent=<Task/>|SubjectUserName=Bob|SubjectDomainName=CORP"""));

    private static Event event(String channel, int id, String time, String text) {
        List<EventField> fields = new ArrayList<>();
        for (String field : text.split("[|\\n]")) {
            int equals = field.indexOf('=');
            fields.add(new EventField(
                    EventField.Section.EVENT_DATA, field.substring(0, equals), field.substring(equals + 1)));
        }
        EventHeader header = new EventHeader(
                "P",
                null,
                null,
                id,
                null,
                "5",
                "4",
                "1",
                "0",
                null,
                Ticks.of(Instant.parse(time)),
                1,
                null,
                null,
                "1",
                "2",
                channel,
                "WS01",
                "S-1-5-18");
        return new Event(new EventLocation("a.evtx", 1, 0), header, fields);
    }

    private static List<List<Object>> rows(String query) {
        Draft draft = RuleFiles.compile(Platform.SENTINEL, new SourceText("query", query))
                .rules()
                .get(0)
                .draft();
        Plan plan = ((Draft.Complete) draft).plan();
        LoadedTelemetry telemetry = LoadedTelemetry.of(EVENTS, Scans.addTo(Needs.none(), plan));
        List<List<Object>> rows = new ArrayList<>();
        RunOptions options = RunOptions.at(Ticks.of(Instant.parse("2026-03-03T00:00:00Z")));
        for (Batch batch : Engine.run(plan, telemetry, options).batches()) {
            for (int row = 0; row < batch.rows(); row++) {
                List<Object> values = new ArrayList<>();
                for (int column = 0; column < batch.columns().size(); column++) {
                    values.add(batch.column(column).value(row));
                }
                rows.add(values);
            }
        }
        return rows;
    }

    @Test
    void processesAreNormalized() {
        assertThat(rows("""
                _Im_ProcessCreate
                | sort by TimeGenerated asc
                | project EventType, EventProduct, EventSchema, Dvc, User, ActorUsername, Process, CommandLine,
                    TargetProcessId, ActingProcessName, ActingProcessCommandLine, TargetProcessGuid, Hash, HashType"""))
                .containsExactly(
                        List.of(
                                "ProcessCreated",
                                "Sysmon",
                                "ProcessEvent",
                                "WS01",
                                "CORP\\Ann",
                                "CORP\\Bob",
                                "C:\\Windows\\System32\\cmd.exe",
                                "cmd /c ping 10.1.2.3",
                                "12",
                                "C:\\Office\\winword.exe",
                                "winword a.doc",
                                "AB-1",
                                "BB22",
                                "SHA256"),
                        List.of(
                                "ProcessCreated",
                                "Security Events",
                                "ProcessEvent",
                                "WS01",
                                "CORP\\WS01$",
                                "CORP\\WS01$",
                                "C:\\Windows\\System32\\whoami.exe",
                                "whoami /all",
                                "16",
                                "C:\\a.exe",
                                "",
                                "",
                                "",
                                ""));
    }

    @Test
    void otherSchemasAreNormalized() {
        assertThat(
                        rows(
                                "imRegistry | project EventType, RegistryKey, RegistryValue, RegistryValueType, RegistryValueData"))
                .containsExactly(List.of(
                        "RegistryValueSet",
                        "HKEY_USERS\\S-1-5-21\\Software\\Run",
                        "evil",
                        "Reg_DWord",
                        "DWORD (0x00000001)"));
        assertThat(rows("imFileEvent | project EventType, FilePath, FileName, User, Process"))
                .containsExactly(List.of("FileCreated", "C:\\Temp\\a.txt", "a.txt", "CORP\\Ann", "C:\\b.exe"));
        assertThat(
                        rows(
                                "_Im_NetworkSession | project NetworkDirection, SrcIpAddr, DstPortNumber, NetworkProtocol, SrcProcessName"))
                .containsExactly(List.of("Outbound", "10.0.0.1", 443L, "TCP", "C:\\b.exe"));
        assertThat(
                        rows(
                                "_Im_Dns | project DnsQuery, EventResult, EventResultDetails, DnsResponseCode | sort by DnsQuery asc"))
                .containsExactly(
                        List.of("a.example.com", "Failure", "NXDOMAIN", 3L),
                        List.of("b.example.org", "Success", "NOERROR", 0L));
        assertThat(
                        rows(
                                "imAuthentication | project EventResult, EventSubType, User, EventResultDetails | sort by User asc"))
                .containsExactly(
                        List.of("Success", "RemoteInteractive", "Bob", ""),
                        List.of("Failure", "Network", "CORP\\Ann", "Incorrect password"));
        assertThat(rows("_Im_UserManagement | project EventType, GroupName, TargetUsername, ActorUsername, GroupType"))
                .containsExactly(List.of(
                        "UserAddedToGroup",
                        "Builtin\\Administrators",
                        "CN=Ann",
                        "CORP\\Bob",
                        "Local Security Enabled"));
        assertThat(rows("_Im_AuditEvent | project Operation, EventType, Object, NewValue, User"))
                .containsExactly(List.of("Create Scheduled Task", "Create", "\\evil", "<Task/>", "CORP\\Bob"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "_Im_ProcessEvent ~ 3",
                "_Im_ProcessEvent() ~ 3",
                "imProcessCreate ~ 2",
                "ASimProcessCreate ~ 2",
                "imProcessTerminate ~ 1",
                "_Im_ProcessEvent(disabled=true) ~ 0",
                "_Im_ProcessEvent(pack=true) ~ 3",
                "_Im_ProcessEvent(starttime=datetime(2026-03-02)) ~ 1",
                "_Im_ProcessEvent(endtime=datetime(2026-03-02)) ~ 2",
                "_Im_ProcessEvent(datetime(2026-03-01), datetime(2026-03-02)) ~ 2",
                "_Im_ProcessEvent(starttime=ago(1d)) ~ 1",
                "_Im_ProcessEvent(commandline_has_any=dynamic(['ping','x'])) ~ 1",
                "_Im_ProcessEvent(commandline_has_any=dynamic([])) ~ 3",
                "_Im_ProcessEvent(commandline_has_any='whoami') ~ 1",
                "let l=dynamic(['ping']); _Im_ProcessEvent(commandline_has_any=l) ~ 1",
                "_Im_ProcessEvent(commandline_has_all=dynamic(['ping','x'])) ~ 0",
                "_Im_ProcessEvent(commandline_has_all=dynamic(['ping','cmd'])) ~ 1",
                "_Im_ProcessEvent(commandline_has_any_ip_prefix=dynamic(['10.1.'])) ~ 1",
                "_Im_ProcessEvent(actingprocess_has_any=dynamic(['winword.exe'])) ~ 1",
                "_Im_ProcessEvent(targetprocess_has_any=dynamic(['cmd.exe'])) ~ 2",
                "_Im_ProcessEvent(parentprocess_has_any=dynamic(['winword.exe'])) ~ 1",
                "_Im_ProcessEvent(targetusername_has='ann') ~ 2",
                "_Im_ProcessEvent(actorusername_has='bob') ~ 1",
                "_Im_ProcessEvent(dvcipaddr_has_any_prefix=dynamic(['10.'])) ~ 0",
                "_Im_ProcessEvent(dvchostname_has_any=dynamic(['ws01'])) ~ 3",
                "_Im_ProcessEvent(eventtype='ProcessTerminated') ~ 1",
                "_Im_ProcessEvent(hashes_has_any=dynamic(['bb22'])) ~ 1",
                "_Im_RegistryEvent(eventtype_in=dynamic(['RegistryKeyCreated'])) ~ 0",
                "_Im_RegistryEvent(registrykey_has_any=dynamic(['Run']), registryvalue_has_any=dynamic(['evil'])) ~ 1",
                "_Im_RegistryEvent(registrydata_has_any=dynamic(['QWORD'])) ~ 0",
                "_Im_FileEvent(targetfilepath_has_any=dynamic(['Temp'])) ~ 1",
                "_Im_FileEvent(actorusername_has_any=dynamic(['Bob'])) ~ 0",
                "_Im_NetworkSession(dstportnumber=443) ~ 1",
                "_Im_NetworkSession(dstportnumber=80) ~ 0",
                "_Im_NetworkSession(hostname_has_any='example.com') | where ASimMatchingHostname == 'DstHostname' ~ 1",
                "_Im_NetworkSession(ipaddr_has_any_prefix=dynamic(['10.'])) | where ASimMatchingIpAddr == 'SrcIpAddr' ~ 1",
                "_Im_NetworkSession(srcipaddr_has_any_prefix=dynamic(['93.'])) ~ 0",
                "_Im_NetworkSession(eventresult='Failure') ~ 0",
                "_Im_NetworkSession(dvcaction=dynamic(['Deny'])) ~ 0",
                "_Im_Dns(responsecodename='NXDOMAIN') ~ 1",
                "_Im_Dns(domain_has_any=dynamic(['example.org'])) ~ 1",
                "_Im_Dns(response_has_ipv4='10.9.8.7') ~ 1",
                "_Im_Dns(response_has_any_prefix=dynamic(['10.9.'])) ~ 1",
                "_Im_Dns(eventtype='lookup') ~ 2",
                "_Im_Dns(eventtype='Update') ~ 0",
                "_Im_Dns(srcipaddr='10.0.0.1') ~ 0",
                "_Im_Authentication(eventresult='failure') ~ 1",
                "_Im_Authentication(username_has_any=dynamic(['ann'])) ~ 1",
                "_Im_Authentication(srcipaddr_has_any_prefix=dynamic(['10.0.'])) ~ 1",
                "_Im_Authentication(srchostname_has_any=dynamic(['WS02'])) ~ 1",
                "_Im_Authentication(eventtype_in=dynamic(['Logon'])) ~ 2",
                "_Im_Authentication(eventresultdetails_in=dynamic(['Incorrect password'])) ~ 1",
                "_Im_Authentication(targetappname_has_any=dynamic(['x'])) ~ 0",
                "_Im_UserManagement(eventtype_in=dynamic(['UserAddedToGroup'])) ~ 1",
                "_Im_UserManagement(targetusername_has_any=dynamic(['Ann']), actorusername_has_any=dynamic(['Bob'])) ~ 1",
                "_Im_AuditEvent(operation_has_any=dynamic(['Scheduled'])) ~ 1",
                "_Im_AuditEvent(object_has_any=dynamic(['x'])) ~ 0",
                "_Im_AuditEvent(newvalue_has_any=dynamic(['Task'])) ~ 1",
                "_Im_WebSession(url_has_any=dynamic(['x'])) ~ 0",
                "_Im_DhcpEvent(eventresult='Success') ~ 0",
                "_Im_AlertEvent(hostname_has_any=dynamic(['x'])) ~ 0",
            })
    void eachParameterFilters(String query, int count) {
        assertThat(rows(query)).hasSize(count);
    }
}

package io.quarry.telemetry.view;

import static io.quarry.telemetry.view.TestEvents.defender;
import static io.quarry.telemetry.view.TestEvents.row;
import static io.quarry.telemetry.view.TestEvents.rows;
import static io.quarry.telemetry.view.TestEvents.sysmon;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.TableName;
import io.quarry.telemetry.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NetworkRowsTest {
    private static final TableName TABLE = defender("DeviceNetworkEvents");
    private static final String[] ENDS = {
        "ActionType",
        "LocalIP",
        "LocalPort:int",
        "LocalIPType",
        "RemoteIP",
        "RemotePort:int",
        "RemoteIPType",
        "RemoteUrl"
    };

    private static Event connection(String initiated) {
        return sysmon(
                3,
                "UtcTime",
                "2026-03-01 12:00:00.000",
                "ProcessGuid",
                "{0197231E-F29A-6972-6716-000000000800}",
                "ProcessId",
                "876",
                "Image",
                "C:\\Windows\\Microsoft.NET\\Framework64\\v4.0.30319\\dfsvc.exe",
                "User",
                "CORP\\Ann",
                "Protocol",
                "tcp",
                "Initiated",
                initiated,
                "SourceIp",
                "10.0.2.17",
                "SourceHostname",
                "ws01",
                "SourcePort",
                "50336",
                "DestinationIp",
                "203.0.113.9",
                "DestinationHostname",
                "apps.example",
                "DestinationPort",
                "443");
    }

    @Test
    void ofAnOutboundConnectionTheSourceIsLocal() {
        assertThat(row(TABLE, connection("true"), ENDS))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ActionType", "ConnectionSuccess",
                        "LocalIP", "10.0.2.17",
                        "LocalPort", 50336L,
                        "LocalIPType", "Private",
                        "RemoteIP", "203.0.113.9",
                        "RemotePort", 443L,
                        "RemoteIPType", "Public",
                        "RemoteUrl", "apps.example"));
    }

    @Test
    void ofAnInboundConnectionTheDestinationIsLocalAndNoNameIsKnown() {
        assertThat(row(TABLE, connection("false"), ENDS))
                .containsEntry("ActionType", "InboundConnectionAccepted")
                .containsEntry("LocalIP", "203.0.113.9")
                .containsEntry("LocalPort", 443L)
                .containsEntry("RemoteIP", "10.0.2.17")
                .containsEntry("RemotePort", 50336L)
                .containsEntry("RemoteIPType", "Private")
                .containsEntry("RemoteUrl", "");
    }

    @Test
    void theProcessOfAConnectionIsTheInitiatingOne() {
        assertThat(row(
                        TABLE,
                        connection("true"),
                        "Protocol",
                        "InitiatingProcessFileName",
                        "InitiatingProcessFolderPath",
                        "InitiatingProcessId:long",
                        "InitiatingProcessAccountDomain",
                        "InitiatingProcessAccountName",
                        "InitiatingProcessCommandLine"))
                .containsEntry("Protocol", "Tcp")
                .containsEntry("InitiatingProcessFileName", "dfsvc.exe")
                .containsEntry(
                        "InitiatingProcessFolderPath", "C:\\Windows\\Microsoft.NET\\Framework64\\v4.0.30319\\dfsvc.exe")
                .containsEntry("InitiatingProcessId", 876L)
                .containsEntry("InitiatingProcessAccountDomain", "corp")
                .containsEntry("InitiatingProcessAccountName", "ann")
                .containsEntry("InitiatingProcessCommandLine", "");
    }

    @Test
    void thereIsNoAccountNameOfAConnection() {
        assertThat(Views.shipped().fills(TABLE, "AccountName")).isFalse();
        assertThat(Views.shipped().fills(TABLE, "InitiatingProcessAccountName")).isTrue();
    }

    @Test
    void aConnectionThatDoesNotSayWhoBeganIsNoRow() {
        assertThat(rows(TABLE, List.of(connection("")), "ActionType")).isEmpty();
    }
}

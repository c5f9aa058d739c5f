package io.quarry.telemetry.view;

import static io.quarry.telemetry.view.TestEvents.defender;
import static io.quarry.telemetry.view.TestEvents.fields;
import static io.quarry.telemetry.view.TestEvents.rows;
import static io.quarry.telemetry.view.TestEvents.security;
import static io.quarry.telemetry.view.TestEvents.sysmon;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.data.TableName;
import io.quarry.telemetry.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One process start that both Sysmon and the Security log record. */
final class TwinsTest {
    private static final TableName DEFENDER = defender("DeviceProcessEvents");
    private static final TableName SENTINEL = new TableName(Platform.SENTINEL, "DeviceProcessEvents");
    private static final TableName QRADAR = new TableName(Platform.QRADAR, "events");
    private static final TableName SIGMA = new TableName(Platform.SIGMA, "events");

    private static final Event SYSMON = sysmon(
            1, "UtcTime", "2026-03-01 12:00:00.000", "ProcessId", "512", "Image", "C:\\Windows\\System32\\CMD.exe");

    private static Event security4688(String time, String pid, String image) {
        return security(4688, "2026-03-01T" + time + "Z", "NewProcessId", pid, "NewProcessName", image);
    }

    private static final Event TWIN = security4688("12:00:00.0151234", "0x200", "C:\\Windows\\System32\\cmd.exe");

    private static LoadedTelemetry load(Event... events) {
        Needs needs = Needs.none()
                .plus(DEFENDER, fields("FileName"))
                .plus(SENTINEL, fields("FileName"))
                .plus(QRADAR, fields("Image"))
                .plus(SIGMA, fields("EventID"));
        return LoadedTelemetry.of(List.of(events), needs);
    }

    @Test
    void defenderAndSentinelSeeOnlyTheSysmonEvent() {
        LoadedTelemetry telemetry = load(TWIN, SYSMON);
        assertThat(rows(telemetry.table(DEFENDER)))
                .extracting(row -> row.get("FileName"))
                .containsExactly("CMD.exe");
        assertThat(rows(telemetry.table(SENTINEL)))
                .extracting(row -> row.get("FileName"))
                .containsExactly("CMD.exe");
    }

    @Test
    void qradarAndSigmaSeeBoth() {
        LoadedTelemetry telemetry = load(TWIN, SYSMON);
        assertThat(rows(telemetry.table(QRADAR))).hasSize(2);
        assertThat(rows(telemetry.table(SIGMA))).hasSize(2);
    }

    @Test
    void theSysmonEventStandsForBoth() {
        LoadedTelemetry telemetry = load(TWIN, SYSMON);
        assertThat(telemetry.canonicalEvent(0)).isEqualTo(1);
        assertThat(telemetry.canonicalEvent(1)).isEqualTo(1);
    }

    @Test
    void fiveSecondsApartIsATwinAndMoreIsNone() {
        assertThat(load(SYSMON, security4688("12:00:05", "0x200", "C:\\Windows\\System32\\cmd.exe"))
                        .canonicalEvent(1))
                .isZero();
        assertThat(load(SYSMON, security4688("12:00:05.0000001", "0x200", "C:\\Windows\\System32\\cmd.exe"))
                        .canonicalEvent(1))
                .isEqualTo(1);
    }

    @Test
    void anotherProcessIdImageOrHostIsNoTwin() {
        Event host = TestEvents.event(
                "Security",
                4688,
                "WS02",
                TestEvents.NOON,
                "NewProcessId",
                "0x200",
                "NewProcessName",
                "C:\\Windows\\System32\\cmd.exe");
        LoadedTelemetry telemetry = load(
                SYSMON,
                security4688("12:00:00", "0x201", "C:\\Windows\\System32\\cmd.exe"),
                security4688("12:00:00", "0x200", "C:\\Windows\\SysWOW64\\cmd.exe"),
                host);
        for (int event = 0; event < 4; event++) {
            assertThat(telemetry.canonicalEvent(event)).isEqualTo(event);
        }
        assertThat(rows(telemetry.table(DEFENDER))).hasSize(4);
    }

    @Test
    void anEventHasOneTwinAtMost() {
        LoadedTelemetry telemetry =
                load(SYSMON, TWIN, security4688("12:00:02", "0x200", "C:\\Windows\\System32\\cmd.exe"));
        assertThat(telemetry.canonicalEvent(1)).isZero();
        assertThat(telemetry.canonicalEvent(2)).isEqualTo(2);
        assertThat(rows(telemetry.table(DEFENDER))).hasSize(2);
    }

    @Test
    void theSecurityEventAloneIsARow() {
        assertThat(rows(load(TWIN).table(DEFENDER))).hasSize(1);
    }
}

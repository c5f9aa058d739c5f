package io.quarry.telemetry.view;

import static io.quarry.telemetry.view.TestEvents.defender;
import static io.quarry.telemetry.view.TestEvents.row;
import static io.quarry.telemetry.view.TestEvents.rows;
import static io.quarry.telemetry.view.TestEvents.sysmon;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.TableName;
import io.quarry.telemetry.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Images, the registry, and what Defender keeps in DeviceEvents. */
final class OtherDeviceRowsTest {
    private static final TableName REGISTRY = defender("DeviceRegistryEvents");
    private static final TableName DEVICE = defender("DeviceEvents");

    @Test
    void loadedImageIsTheFileAndItsLoaderTheInitiatingProcess() {
        Event event = sysmon(
                7, "Image", "C:\\a\\host.exe", "ImageLoaded", "C:\\Windows\\System32\\dfshim.dll", "Hashes", "MD5=AB");
        assertThat(row(
                        defender("DeviceImageLoadEvents"),
                        event,
                        "ActionType",
                        "FileName",
                        "FolderPath",
                        "MD5",
                        "InitiatingProcessFileName"))
                .containsEntry("ActionType", "ImageLoaded")
                .containsEntry("FileName", "dfshim.dll")
                .containsEntry("FolderPath", "C:\\Windows\\System32\\dfshim.dll")
                .containsEntry("MD5", "ab")
                .containsEntry("InitiatingProcessFileName", "host.exe");
    }

    @Test
    void setRegistryValueIsSplitIntoKeyNameTypeAndData() {
        Event event = sysmon(
                13,
                "EventType",
                "SetValue",
                "TargetObject",
                "HKU\\S-1-5-21-1\\Software\\A\\B",
                "Details",
                "DWORD (0x0000000a)");
        assertThat(row(
                        REGISTRY,
                        event,
                        "ActionType",
                        "RegistryKey",
                        "RegistryValueName",
                        "RegistryValueType",
                        "RegistryValueData"))
                .containsEntry("ActionType", "RegistryValueSet")
                .containsEntry("RegistryKey", "HKEY_CURRENT_USER\\S-1-5-21-1\\Software\\A")
                .containsEntry("RegistryValueName", "B")
                .containsEntry("RegistryValueType", "Dword")
                .containsEntry("RegistryValueData", "10");
    }

    @Test
    void eventTypeDecidesWhatARegistryKeyWentThrough() {
        assertThat(rows(
                        REGISTRY,
                        List.of(
                                sysmon(12, "EventType", "CreateKey", "TargetObject", "HKLM\\A\\B"),
                                sysmon(12, "EventType", "DeleteKey", "TargetObject", "HKLM\\A\\B"),
                                sysmon(12, "EventType", "DeleteValue", "TargetObject", "HKLM\\A\\B"),
                                sysmon(14, "EventType", "RenameKey", "TargetObject", "HKLM\\A", "NewName", "HKLM\\C")),
                        "ActionType",
                        "RegistryKey",
                        "RegistryValueName",
                        "PreviousRegistryKey"))
                .extracting(row -> row.values().toString())
                .containsExactly(
                        "[RegistryKeyCreated, HKEY_LOCAL_MACHINE\\A\\B, , ]",
                        "[RegistryKeyDeleted, HKEY_LOCAL_MACHINE\\A\\B, , ]",
                        "[RegistryValueDeleted, HKEY_LOCAL_MACHINE\\A, B, ]",
                        "[RegistryKeyRenamed, HKEY_LOCAL_MACHINE\\C, , HKEY_LOCAL_MACHINE\\A]");
    }

    @Test
    void openedProcessIsTheFileAndItsAccessDecimal() {
        Event event = sysmon(
                10,
                "SourceProcessGUID",
                "{0197231E-F29A-6972-6716-000000000800}",
                "SourceImage",
                "C:\\a.exe",
                "TargetImage",
                "C:\\Windows\\System32\\lsass.exe",
                "TargetProcessId",
                "700",
                "GrantedAccess",
                "0x1fffff");
        assertThat(row(
                        DEVICE,
                        event,
                        "ActionType",
                        "FileName",
                        "ProcessId:long",
                        "InitiatingProcessFileName",
                        "InitiatingProcessUniqueId",
                        "AdditionalFields"))
                .containsEntry("ActionType", "OpenProcessApiCall")
                .containsEntry("FileName", "lsass.exe")
                .containsEntry("ProcessId", 700L)
                .containsEntry("InitiatingProcessFileName", "a.exe")
                .containsEntry("InitiatingProcessUniqueId", "{0197231E-F29A-6972-6716-000000000800}")
                .containsEntry("AdditionalFields", "{\"DesiredAccess\":2097151}");
    }

    @Test
    void pipeIsSpelledAsTheKernelDoes() {
        assertThat(row(DEVICE, sysmon(17, "PipeName", "\\evil"), "AdditionalFields"))
                .containsEntry(
                        "AdditionalFields",
                        "{\"PipeName\":\"\\\\Device\\\\NamedPipe\\\\evil\",\"FileOperation\":\"File created\","
                                + "\"NamedPipeEnd\":\"Server\"}");
    }

    @Test
    void resolvedNameHasItsAnswersAsAList() {
        Event event = sysmon(
                22, "QueryName", "apps.example", "QueryStatus", "0", "QueryResults", "type:  5 b.example;10.0.0.1;");
        assertThat(row(DEVICE, event, "ActionType", "RemoteUrl", "AdditionalFields"))
                .containsEntry("ActionType", "DnsQueryResponse")
                .containsEntry("RemoteUrl", "apps.example")
                .containsEntry(
                        "AdditionalFields",
                        "{\"DnsQueryString\":\"apps.example\",\"DnsQueryResult\":[\"type:  5 b.example\",\"10.0.0.1\"],"
                                + "\"QueryStatus\":\"0\"}");
    }

    @Test
    void tamperedProcessAndWmiBindingKeepWhatHasNoColumn() {
        Event binding = sysmon(21, "User", "CORP\\Ann", "Consumer", "c", "Filter", "f");
        Event tampering = sysmon(25, "Image", "C:\\a.exe", "Type", "Image is replaced");
        assertThat(row(DEVICE, binding, "ActionType", "InitiatingProcessAccountName", "AdditionalFields"))
                .containsEntry("ActionType", "WmiBindEventFilterToConsumer")
                .containsEntry("InitiatingProcessAccountName", "ann")
                .containsEntry("AdditionalFields", "{\"Consumer\":\"c\",\"Filter\":\"f\"}");
        assertThat(row(DEVICE, tampering, "ActionType", "FileName", "AdditionalFields"))
                .containsEntry("ActionType", "ProcessTampering")
                .containsEntry("FileName", "a.exe")
                .containsEntry("AdditionalFields", "{\"Type\":\"Image is replaced\"}");
    }

    @Test
    void driverThreadClipboardAndTimestampHaveTheirActions() {
        assertThat(rows(
                        DEVICE,
                        List.of(
                                sysmon(2, "TargetFilename", "C:\\x"),
                                sysmon(6, "ImageLoaded", "C:\\d.sys"),
                                sysmon(8, "TargetImage", "C:\\t.exe"),
                                sysmon(18, "PipeName", "\\p"),
                                sysmon(24)),
                        "ActionType"))
                .extracting(row -> row.get("ActionType"))
                .containsExactly(
                        "FileTimestampModificationEvent",
                        "DriverLoad",
                        "CreateRemoteThreadApiCall",
                        "NamedPipeEvent",
                        "GetClipboardData");
    }
}

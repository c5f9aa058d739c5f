package io.quarry.telemetry.view;

import static io.quarry.telemetry.view.TestEvents.defender;
import static io.quarry.telemetry.view.TestEvents.row;
import static io.quarry.telemetry.view.TestEvents.sysmon;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.TableName;
import io.quarry.telemetry.Event;
import org.junit.jupiter.api.Test;

final class FileRowsTest {
    private static final TableName TABLE = defender("DeviceFileEvents");
    private static final String STARTUP =
            "C:\\Users\\Ann\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\Startup\\evil.appref-ms";

    @Test
    void createdFileHasNameWholePathAndWriter() {
        Event event = sysmon(
                11,
                "UtcTime",
                "2026-03-01 12:00:00.000",
                "ProcessId",
                "5624",
                "Image",
                "C:\\Windows\\explorer.exe",
                "TargetFilename",
                STARTUP,
                "CreationUtcTime",
                "2026-03-01 11:00:00.000",
                "User",
                "CORP\\Ann");
        assertThat(row(
                        TABLE,
                        event,
                        "ActionType",
                        "FileName",
                        "FolderPath",
                        "SHA1",
                        "InitiatingProcessFileName",
                        "InitiatingProcessAccountName",
                        "RequestAccountDomain",
                        "RequestAccountName",
                        "AdditionalFields"))
                .containsEntry("ActionType", "FileCreated")
                .containsEntry("FileName", "evil.appref-ms")
                .containsEntry("FolderPath", STARTUP)
                .containsEntry("SHA1", "")
                .containsEntry("InitiatingProcessFileName", "explorer.exe")
                .containsEntry("InitiatingProcessAccountName", "ann")
                .containsEntry("RequestAccountDomain", "corp")
                .containsEntry("RequestAccountName", "ann")
                .containsEntry("AdditionalFields", "{\"CreationUtcTime\":\"2026-03-01 11:00:00.000\"}");
    }

    @Test
    void markOfTheWebTellsWhereTheFileCameFrom() {
        Event event = sysmon(
                15,
                "TargetFilename",
                "C:\\Users\\Ann\\Downloads\\a.application:Zone.Identifier",
                "Hash",
                "SHA1=AA,MD5=BB",
                "Contents",
                "[ZoneTransfer]  ZoneId=3  ReferrerUrl=https://r.example/  HostUrl=https://h.example/a.application");
        assertThat(row(TABLE, event, "FileName", "SHA1", "FileOriginUrl", "FileOriginReferrerUrl"))
                .containsEntry("FileName", "a.application:Zone.Identifier")
                .containsEntry("SHA1", "aa")
                .containsEntry("FileOriginUrl", "https://h.example/a.application")
                .containsEntry("FileOriginReferrerUrl", "https://r.example/");
    }

    @Test
    void deletedFileHasHashes() {
        for (int id : new int[] {23, 26}) {
            Event event = sysmon(id, "TargetFilename", "C:\\a.txt", "Hashes", "SHA256=FF", "IsExecutable", "false");
            assertThat(row(TABLE, event, "ActionType", "SHA256", "AdditionalFields"))
                    .containsEntry("ActionType", "FileDeleted")
                    .containsEntry("SHA256", "ff")
                    .containsEntry("AdditionalFields", "{\"IsExecutable\":\"false\"}");
        }
    }

    @Test
    void detectedExecutableIsACreatedFile() {
        assertThat(row(TABLE, sysmon(29, "TargetFilename", "C:\\a.exe", "Hashes", "MD5=0A"), "ActionType", "MD5"))
                .containsEntry("ActionType", "FileCreated")
                .containsEntry("MD5", "0a");
    }
}

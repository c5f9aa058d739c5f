package io.quarry.detect.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarry.data.Platform;
import io.quarry.detect.rule.RuleFiles.RepairMode;
import io.quarry.detect.side.GivenFiles;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.QueryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PacksTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1s, PT1S", "30m, PT30M", "365d, P365D"})
    void schedulesAreFromASecondToAYear(String every, Duration expected) throws IOException {
        write(every, "");
        assertThat(Packs.read(folder).every()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"200000d", "0.00000001s", "0s", "-1h", "366d", "daily"})
    void otherSchedulesAreWrongValues(String every) throws IOException {
        write(every, "");
        assertThatThrownBy(() -> Packs.read(folder))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("detection.yml:4:19: ")
                .hasMessageContaining("'every' is not a duration such as 30m, 1h or 1d, from 1s to 365d: " + every);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "branches: [{name: A}, {name: A}] # 'A' is there already",
                "versions: [{platform: defender, file: a.kql}, {platform: defender, file: a.kql}] "
                        + "# 'defender a.kql' is there already",
            })
    void namesAreThereOnce(String more, String message) throws IOException {
        write("1h", more);
        assertThatThrownBy(() -> Packs.read(folder))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("PACK_DUPLICATE_NAME")
                .hasMessageContaining(message);
    }

    @Test
    void aBranchColumnIsOneThatTheResultHas() throws IOException {
        write("1h", "versions: [{platform: defender, file: a.kql, branch-column: Brnch}]");
        Files.writeString(folder.resolve("a.kql"), "DeviceProcessEvents | project Timestamp, Branch = 'x'");
        Detections found = new Detections(EnumSet.allOf(Platform.class), RepairMode.AS_WRITTEN, GivenFiles.NONE);
        found.add(folder);
        assertThat(found.detections()).isEmpty();
        assertThat(found.diagnostics())
                .singleElement()
                .extracting(Diagnostic::render)
                .asString()
                .contains("detection.yml:5:", "a.kql gives no column 'Brnch'", "its columns are Timestamp, Branch");
    }

    private void write(String every, String more) throws IOException {
        Files.writeString(
                folder.resolve("detection.yml"),
                "id: p\nname: P\nseverity: low\nschedule: {every: " + every + "}\n" + more + "\n");
    }
}

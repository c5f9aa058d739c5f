package io.quarry.detect.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.detect.Detection;
import io.quarry.detect.rule.RuleFiles.RepairMode;
import io.quarry.detect.side.GivenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DetectionsTest {
    @TempDir
    Path folder;

    private final Detections found =
            new Detections(EnumSet.allOf(Platform.class), RepairMode.AS_WRITTEN, GivenFiles.NONE);

    @Test
    void linksThatLeadNowhereOrInACircleCostOnlyThemselves() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/a.kql"), "DeviceProcessEvents");
        Files.createSymbolicLink(folder.resolve("sub/b.kql"), folder.resolve("nowhere.kql"));
        Files.createSymbolicLink(folder.resolve("sub/c"), folder);
        Files.createSymbolicLink(folder.resolve("sub/d.kql"), folder.resolve("sub/a.kql"));
        found.add(folder);
        assertThat(found.detections()).extracting(Detection::name).containsExactly("a.kql");
        assertThat(found.skipped()).containsExactly(folder.resolve("sub/b.kql") + ": no such file");
    }
}

package io.quarry.detect.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarry.data.Platform;
import io.quarry.detect.hunt.Hunt;
import io.quarry.detect.hunt.HuntOptions;
import io.quarry.detect.rule.RuleFiles.RepairMode;
import io.quarry.detect.side.GivenFiles;
import io.quarry.plan.QueryException;
import io.quarry.telemetry.read.ReadOptions;
import io.quarry.telemetry.view.CustomProperty;
import io.quarry.telemetry.view.CustomProperty.Fields;
import io.quarry.telemetry.view.CustomProperty.Kind;
import io.quarry.telemetry.view.CustomProperty.Regex;
import io.quarry.telemetry.view.LoadedTelemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PackPropertiesTest {
    private static final String HEAD = """
            id: p
            name: P
            severity: low
            schedule: {every: 1h}
            versions:
              - {platform: qradar, file: p.aql}
            properties:
            """;

    @TempDir
    private Path folder;

    @Test
    void declarationsAreRead() throws IOException {
        Pack pack = pack("  - {name: Score, type: number, regex: 'score=(\\d+) of (\\d+)', group: 2,"
                + " log-source-types: [12, 212]}\n  - {name: Folder, field: folder(Image)}\n");
        assertThat(pack.properties())
                .containsExactly(
                        new CustomProperty(
                                "Score", Kind.NUMBER, Set.of(12L, 212L), new Regex("score=(\\d+) of (\\d+)", 2)),
                        new CustomProperty("Folder", Kind.TEXT, Set.of(), new Fields("folder(Image)")));
    }

    @Test
    void queriesOfThePackKnowThemAndTelemetryFillsThem(@TempDir Path logs) throws IOException {
        pack("  - {name: Score, type: number, regex: 'score=(\\d+)'}\n");
        Files.writeString(
                folder.resolve("p.aql"), "SELECT starttime, Score AS s FROM events WHERE Score > 5 LAST 1 HOURS");
        Detections detections = new Detections(EnumSet.of(Platform.QRADAR), RepairMode.AS_WRITTEN, GivenFiles.NONE);
        detections.add(folder);
        assertThat(detections.diagnostics()).isEmpty();
        Path log = Files.writeString(
                logs.resolve("fw.log"),
                "<13>1 2026-03-02T14:00:00Z fw score=10\n<13>1 2026-03-02T14:00:01Z fw score=5\n<13>1 - fw none\n");
        Hunt hunt = new Hunt(detections.detections(), HuntOptions.DEFAULT);
        LoadedTelemetry telemetry = LoadedTelemetry.load(List.of(log), hunt.needs(), ReadOptions.defaults());
        assertThat(hunt.run(telemetry).alerts()).hasSize(1);
    }

    @Test
    void onePropertyHasOneTypeInAllPacksOfAHunt(@TempDir Path second) throws IOException {
        pack("  - {name: Score, type: number, regex: 'score=(\\d+)'}\n");
        Files.writeString(folder.resolve("p.aql"), "SELECT Score FROM events LAST 1 HOURS");
        Files.writeString(
                second.resolve("detection.yml"), HEAD + "  - {name: score, type: port, regex: 'score=(\\d+)'}\n");
        Files.writeString(second.resolve("p.aql"), "SELECT Score FROM events LAST 1 HOURS");
        Detections detections = new Detections(EnumSet.of(Platform.QRADAR), RepairMode.AS_WRITTEN, GivenFiles.NONE);
        detections.add(folder);
        detections.add(second);
        assertThat(detections.detections()).hasSize(1);
        assertThat(detections.diagnostics()).singleElement().satisfies(conflict -> assertThat(conflict.render())
                .contains(
                        second.resolve("detection.yml") + ":8:25",
                        "'score' is port here, and number in " + folder.resolve("detection.yml") + ":8:25"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{name: X} # a property has either a 'regex' over the payload or a 'field'",
                "{name: X, regex: '(a)', field: Image} # a property has either a 'regex' over the payload or a 'field'",
                "{name: sourceIP, regex: '(a)'} # 'sourceIP' is a column that QRadar fills itself, not a custom property",
                "{name: X, regex: '(a'} # 'regex' cannot be used",
                "{name: X, regex: 'a'} # 'regex' cannot be used: group 1 of a pattern with 0",
                "{name: X, field: nothing(Image)} # 'field' is not a field or a transform of fields",
                "{name: Image, type: number, regex: '(a)'} # 'Image' is double here, and known as string",
                "{name: X, regex: '(a)', log-source-types: [windows]} # 'windows' is no number of a type of log sources",
            },
            quoteCharacter = '`')
    void whatCannotBeMeantIsRefused(String declaration, String message) {
        assertThatThrownBy(() -> pack("  - " + declaration + "\n"))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining(message);
    }

    private Pack pack(String properties) throws IOException {
        Files.writeString(folder.resolve("detection.yml"), HEAD + properties);
        return Packs.read(folder);
    }
}

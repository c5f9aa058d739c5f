package io.quarry.detect.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.detect.evidence.EventNumbers;
import io.quarry.detect.replay.Replay.Mode;
import io.quarry.telemetry.read.ReadOptions;
import io.quarry.telemetry.view.LoadedTelemetry;
import io.quarry.telemetry.view.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HitsTest {
    private static final int EVENTS = 200;

    @TempDir
    Path folder;

    private Hits hits;

    @BeforeEach
    void load() throws IOException {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < EVENTS; i++) {
            events.append("{\"EventID\":4688,\"Channel\":\"Security\",\"Computer\":\"h" + i + "\"}\n");
        }
        Path file = Files.writeString(folder.resolve("a.json"), events);
        hits = new Hits(LoadedTelemetry.load(List.of(file), Needs.none(), ReadOptions.defaults()));
    }

    @Test
    void ofAGroupThatGrowsAndShrinksOnlyTheLargestStateIsKept() {
        for (int end = 2; end < EVENTS; end++) {
            add(Platform.DEFENDER, Mode.SCHEDULED, 0, end);
            hits.endRun();
        }
        for (int from = 1; from < EVENTS - 2; from++) {
            add(Platform.DEFENDER, Mode.SCHEDULED, from, EVENTS - 1);
            hits.endRun();
        }
        assertThat(hits.merged()).singleElement().satisfies(hit -> assertThat(hit.events())
                .hasSize(EVENTS - 1));
    }

    @Test
    void aGroupThatComesBackAfterAPauseIsStillTheSame() {
        add(Platform.DEFENDER, Mode.SCHEDULED, 0, 3);
        hits.endRun();
        hits.endRun();
        add(Platform.DEFENDER, Mode.SCHEDULED, 0, 5);
        hits.endRun();
        assertThat(hits.merged()).hasSize(1);
    }

    @Test
    void whatVersionsFindOtherwiseStaysApart() {
        add(Platform.DEFENDER, Mode.SCHEDULED, 0, 5);
        hits.endRun();
        add(Platform.SIGMA, Mode.TIMELESS, 0, 3);
        hits.endRun();
        assertThat(hits.merged()).extracting(Hit::events).extracting(List::size).containsExactly(5, 3);
    }

    @Test
    void groupsOfOneRunThatOnlyOverlapStayApart() {
        add(Platform.DEFENDER, Mode.SCHEDULED, 0, 5);
        add(Platform.DEFENDER, Mode.SCHEDULED, 3, 8);
        hits.endRun();
        assertThat(hits.merged()).hasSize(2);
    }

    private void add(Platform platform, Mode mode, int from, int to) {
        EventNumbers.Builder events = new EventNumbers.Builder();
        LongStream.range(from, to).forEach(events::add);
        hits.add(platform, mode, "", events.build(), Map::of);
    }
}

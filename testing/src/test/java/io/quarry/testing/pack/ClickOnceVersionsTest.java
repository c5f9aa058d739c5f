package io.quarry.testing.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.detect.Detection;
import io.quarry.detect.Version;
import io.quarry.detect.hunt.Alert;
import io.quarry.detect.hunt.Hunt;
import io.quarry.detect.hunt.HuntOptions;
import io.quarry.detect.hunt.HuntResult;
import io.quarry.detect.pack.Pack;
import io.quarry.detect.pack.Packs;
import io.quarry.detect.rule.RuleFiles;
import io.quarry.detect.rule.SourceFiles;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.view.LoadedTelemetry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** All versions of the ClickOnce detection find the same events, also in telemetry at the edges of what they look for. */
class ClickOnceVersionsTest {
    private static final int EVENTS = 20_000;

    @Test
    void everyVersionFindsTheSameEvents() throws IOException {
        Detection detection = detection();
        Random random = new Random(1127);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            events.add(EdgeEvents.event(random, i));
        }
        Hunt hunt = new Hunt(List.of(detection), HuntOptions.DEFAULT);

        HuntResult result = hunt.run(LoadedTelemetry.of(events, hunt.needs()));

        Set<String> branches = new TreeSet<>();
        for (Alert alert : result.alerts()) {
            branches.add(alert.branch());
            assertThat(alert.platforms())
                    .as(
                            "%s on %s",
                            alert.branch(),
                            events.get((int) alert.evidence().get(0).location().record() - 1))
                    .isEqualTo(EnumSet.of(Platform.DEFENDER, Platform.SENTINEL, Platform.QRADAR, Platform.SIGMA));
        }
        assertThat(branches)
                .containsExactly(
                        "ApprefSuspiciousLocation",
                        "DfsvcOutboundNetwork",
                        "DfsvcSuspiciousChild",
                        "RundllDfshimAbuse");
        assertThat(result.alerts()).hasSizeBetween(EVENTS / 40, EVENTS / 2);
    }

    private static Detection detection() throws IOException {
        Pack pack = Packs.read(ClickOncePack.folder());
        List<Version> versions = new ArrayList<>();
        for (Pack.VersionFile version : pack.versions()) {
            versions.add(new Version(
                    RuleFiles.compile(
                            version.platform(), SourceFiles.read(pack.folder().resolve(version.file()))),
                    version.branchColumn()));
        }
        return pack.untuned(versions);
    }
}

package io.quarry.testing.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.data.Ticks;
import io.quarry.detect.hunt.Alert;
import io.quarry.detect.hunt.Hunt;
import io.quarry.detect.hunt.HuntOptions;
import io.quarry.detect.hunt.HuntResult;
import io.quarry.detect.pack.Detections;
import io.quarry.detect.rule.RuleFiles.RepairMode;
import io.quarry.detect.scenario.Scenario;
import io.quarry.detect.scenario.Scenarios;
import io.quarry.detect.side.GivenFiles;
import io.quarry.telemetry.read.ReadOptions;
import io.quarry.telemetry.view.LoadedTelemetry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hunt over the samples finds what their scenarios expect and nothing else, in either form of the samples. */
final class SampleHuntTest {
    private static final Path PACK = Path.of("..", "packs", "T1127.002-clickonce");
    private static final Path SAMPLES = Path.of("..", "samples");

    private static Hunt hunt;
    private static List<Scenario> scenarios;

    @BeforeAll
    static void readPack() throws IOException {
        Detections detections = new Detections(EnumSet.allOf(Platform.class), RepairMode.AS_WRITTEN, GivenFiles.NONE);
        detections.add(PACK);
        hunt = new Hunt(detections.detections(), HuntOptions.DEFAULT);
        scenarios = Scenarios.readAll(PACK.resolve("tests"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clickonce", "clickonce-ndjson"})
    void alertsAreThoseOfTheScenarios(String folder) {
        HuntResult result = huntIn(folder);

        assertThat(names(result.alerts(), Scenario::fires)).isEqualTo(expected(Scenario::fires));
        assertThat(result.alerts()).allSatisfy(alert -> assertThat(alert.platforms())
                .containsExactlyInAnyOrder(Platform.DEFENDER, Platform.SENTINEL, Platform.QRADAR, Platform.SIGMA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clickonce", "clickonce-ndjson"})
    void tuningSilencesWhatTheScenariosSay(String folder) {
        List<Alert> silenced =
                huntIn(folder).allowed().stream().map(HuntResult.Allowed::alert).toList();

        assertThat(names(silenced, Scenario::tuned)).isEqualTo(expected(Scenario::tuned));
    }

    private static HuntResult huntIn(String folder) {
        return hunt.run(LoadedTelemetry.load(List.of(SAMPLES.resolve(folder)), hunt.needs(), ReadOptions.defaults()));
    }

    /** Gives a scenario's branches. */
    private interface Branches {
        Set<String> of(Scenario scenario);
    }

    private static Set<String> expected(Branches branches) {
        Set<String> names = new TreeSet<>();
        scenarios.forEach(
                scenario -> branches.of(scenario).forEach(branch -> names.add(scenario.id() + ": " + branch)));
        return names;
    }

    /** Each alert's scenario and branch; an alert that no scenario accounts for keeps its place and time. */
    private static Set<String> names(List<Alert> alerts, Branches branches) {
        Set<String> names = new TreeSet<>();
        for (Alert alert : alerts) {
            String owner = scenarios.stream()
                    .filter(scenario -> branches.of(scenario).contains(alert.branch()))
                    .filter(scenario -> isPartOf(scenario, alert))
                    .map(Scenario::id)
                    .findFirst()
                    .orElse(alert.host() + " at " + Ticks.format(alert.time()));
            names.add(owner + ": " + alert.branch());
        }
        return names;
    }

    private static boolean isPartOf(Scenario scenario, Alert alert) {
        long first = Ticks.of(scenario.start());
        long last = scenario.events().get(scenario.events().size() - 1).header().time();
        return scenario.host().equals(alert.host()) && alert.time() >= first && alert.time() <= last;
    }
}

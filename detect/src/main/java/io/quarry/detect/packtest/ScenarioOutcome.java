package io.quarry.detect.packtest;

import io.quarry.detect.scenario.Scenario;
import java.util.List;
import java.util.Objects;

/** What became of one scenario. */
public record ScenarioOutcome(
        Scenario scenario,
        List<VersionOutcome> versions,
        List<SignalOutcome> signals,
        List<PublishedOutcome> published) {
    public ScenarioOutcome {
        Objects.requireNonNull(scenario, "scenario");
        versions = List.copyOf(versions);
        signals = List.copyOf(signals);
        published = List.copyOf(published);
    }

    /** True if every version and every signal is as the scenario expects. */
    public boolean isMet() {
        return versions.stream().allMatch(VersionOutcome::isMet)
                && signals.stream().allMatch(SignalOutcome::isMet);
    }
}

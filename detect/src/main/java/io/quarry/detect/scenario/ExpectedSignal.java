package io.quarry.detect.scenario;

import io.quarry.plan.SourceText;
import io.quarry.sigma.yaml.Yaml;
import java.util.Objects;

/**
 * A trace that a scenario leaves in the logs, or is said to leave and does not.
 *
 * @param text the signal in words
 * @param selection the same as a Sigma selection over one event: a mapping, or a list of mappings
 * @param source the text that the selection's spans point into
 * @param reason why an absent signal cannot appear; empty for a present one
 */
public record ExpectedSignal(String text, Yaml selection, SourceText source, Expectation expectation, String reason) {
    public ExpectedSignal {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(expectation, "expectation");
        Objects.requireNonNull(reason, "reason");
    }

    /** Whether an event of the scenario has to match. */
    public enum Expectation {
        PRESENT,
        ABSENT
    }
}

package io.quarry.detect.rule;

import io.quarry.data.Platform;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Repair;
import io.quarry.plan.SourceText;
import io.quarry.telemetry.view.CustomProperty;
import java.util.List;
import java.util.Objects;

/**
 * A query or rule file compiled for a platform.
 *
 * @param source the text that was compiled, after repairs
 * @param rules what can run; a file with errors may still have sound rules beside the broken ones (Sigma)
 * @param diagnostics everything found in {@code source}
 * @param repaired what was changed before it was compiled, in order; empty unless repairs were asked for
 * @param properties the custom properties of QRadar's events that it was compiled with
 */
public record RuleFile(
        Platform platform,
        SourceText source,
        List<Rule> rules,
        List<Diagnostic> diagnostics,
        List<Repair> repaired,
        List<CustomProperty> properties) {
    public RuleFile {
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(source, "source");
        rules = List.copyOf(rules);
        diagnostics = List.copyOf(diagnostics);
        repaired = List.copyOf(repaired);
        properties = List.copyOf(properties);
    }

    /** This file, compiled with these properties. */
    RuleFile with(List<CustomProperty> known) {
        return new RuleFile(platform, source, rules, diagnostics, repaired, known);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}

package io.quarry.sigma;

import io.quarry.plan.Compilation;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import io.quarry.sigma.yaml.Yaml;
import java.util.Optional;

/**
 * Selections that stand alone, in files that are not rules: entries of allow-lists, signals that a test expects. They are
 * written as in a rule's {@code detection} and mean the same.
 */
public final class SigmaSelections {
    private SigmaSelections() {}

    /**
     * A plan that keeps the records of {@code sigma:events}, of whatever log, that match a selection.
     *
     * @param selection a map, a list of maps or keywords, read from {@code source}
     */
    public static Compilation compile(SourceText source, Yaml selection) {
        return compile(new Report(source), Optional.empty(), selection);
    }

    /**
     * The same for the records of one log source only.
     *
     * @param logSource as a rule's {@code logsource}, read from {@code source}
     */
    public static Compilation compile(SourceText source, Yaml logSource, Yaml selection) {
        Report report = new Report(source);
        Optional<LogSource> read = RulePlan.logSource(logSource, report);
        return compile(report, read, selection);
    }

    private static Compilation compile(Report report, Optional<LogSource> logSource, Yaml selection) {
        Optional<Match> match = Selection.read("selection", selection, report);
        Optional<Plan> plan = match.filter(sound -> !report.hasErrors())
                .flatMap(sound -> RulePlan.of(logSource, sound, selection.span(), report));
        return Compilation.of(plan, report.diagnostics());
    }
}

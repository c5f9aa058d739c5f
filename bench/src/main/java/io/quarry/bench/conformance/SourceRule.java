package io.quarry.bench.conformance;

import io.quarry.detect.evidence.EventTrace;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import io.quarry.sigma.LogSource;
import io.quarry.sigma.Sigma;
import io.quarry.sigma.SigmaRule;
import java.util.List;
import java.util.Optional;

/**
 * The rule that a query was made of, to be run over Windows telemetry.
 *
 * @param hits what the rule matches; empty for a rule of another product, which matches no record of Windows
 * @param records all records of the rule's log source; empty as before
 */
record SourceRule(Optional<Plan> hits, Optional<Plan> records) {
    static SourceRule read(String path, String text) {
        List<SigmaRule> rules = Sigma.read(new SourceText(path, text)).rules();
        if (rules.isEmpty()) {
            return new SourceRule(Optional.empty(), Optional.empty());
        }
        SigmaRule rule = rules.get(0);
        return new SourceRule(Optional.of(EventTrace.trace(rule.plan())), records(rule.logSource()));
    }

    private static Optional<Plan> records(LogSource source) {
        StringBuilder rule = new StringBuilder("title: records\nlogsource:\n");
        source.product()
                .ifPresent(name -> rule.append("  product: ").append(name).append('\n'));
        source.category()
                .ifPresent(name -> rule.append("  category: ").append(name).append('\n'));
        source.service()
                .ifPresent(name -> rule.append("  service: ").append(name).append('\n'));
        rule.append("detection:\n  any:\n    EventID|exists: true\n  condition: any\n");
        return Sigma.read(new SourceText("records", rule.toString())).rules().stream()
                .map(all -> EventTrace.trace(all.plan()))
                .findFirst();
    }
}

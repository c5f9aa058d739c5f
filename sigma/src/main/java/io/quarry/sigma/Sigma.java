package io.quarry.sigma;

import io.quarry.plan.Diagnostic;
import io.quarry.plan.SourceText;
import io.quarry.sigma.yaml.Yaml;
import io.quarry.sigma.yaml.YamlFile;
import io.quarry.sigma.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The entry to Sigma: text to rules. */
public final class Sigma {
    private static final Set<String> SIGNS = Set.of("logsource", "detection", "correlation", "filter");

    private Sigma() {}

    /**
     * True if the text seems to hold rules, right or wrong; false for YAML that is something else. A text that is not even
     * YAML may have been meant for rules.
     */
    public static boolean holdsRules(SourceText source) {
        YamlFile file = YamlReader.read(source);
        return !file.diagnostics().isEmpty()
                || file.documents().stream()
                        .anyMatch(document -> document instanceof Yaml.Mapping map
                                && map.entries().stream()
                                        .anyMatch(entry ->
                                                SIGNS.contains(entry.key().text())));
    }

    /**
     * Reads the rules of a text of one or more YAML documents. What is wrong with one document costs that document only.
     * Diagnostics come in the order of the text.
     */
    public static SigmaFile read(SourceText source) {
        YamlFile file = YamlReader.read(source);
        List<SigmaRule> rules = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>(file.diagnostics());
        for (Yaml document : file.documents()) {
            Report report = new Report(source);
            RuleReader.read(document, report).ifPresent(rules::add);
            diagnostics.addAll(report.diagnostics());
        }
        diagnostics.sort(Comparator.comparingInt(diagnostic -> diagnostic.span().start()));
        return new SigmaFile(rules, diagnostics);
    }
}

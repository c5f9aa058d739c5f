package io.quarry.sigma;

import io.quarry.plan.Diagnostic;
import java.util.List;

/** The rules of a file that can run, in order, and what is wrong with the others or worth knowing about these. */
public record SigmaFile(List<SigmaRule> rules, List<Diagnostic> diagnostics) {
    public SigmaFile {
        rules = List.copyOf(rules);
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}

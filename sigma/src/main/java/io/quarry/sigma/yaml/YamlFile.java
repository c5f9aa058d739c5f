package io.quarry.sigma.yaml;

import io.quarry.plan.Diagnostic;
import java.util.List;

/**
 * The documents of a text that could be read, in order, and what is wrong with the others. Documents without content are
 * left out.
 */
public record YamlFile(List<Yaml> documents, List<Diagnostic> diagnostics) {
    public YamlFile {
        documents = List.copyOf(documents);
        diagnostics = List.copyOf(diagnostics);
    }
}

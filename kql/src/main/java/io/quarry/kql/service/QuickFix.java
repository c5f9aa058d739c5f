package io.quarry.kql.service;

import io.quarry.plan.Diagnostic;
import io.quarry.plan.TextEdit;
import java.util.List;

/**
 * Edits that mend what a diagnostic is about.
 *
 * @param title what they do, as an imperative
 */
public record QuickFix(String title, Diagnostic diagnostic, List<TextEdit> edits) {
    public QuickFix {
        edits = List.copyOf(edits);
    }
}

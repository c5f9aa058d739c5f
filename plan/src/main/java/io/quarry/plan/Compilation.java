package io.quarry.plan;

import java.util.List;
import java.util.Optional;

/**
 * What a front end makes of a text: a plan, or the reasons why there is none. The plan is present exactly if no diagnostic
 * is an error; warnings may accompany it.
 */
public record Compilation(Optional<Plan> plan, List<Diagnostic> diagnostics) {
    public Compilation {
        diagnostics = List.copyOf(diagnostics);
        if (plan.isPresent() == diagnostics.stream().anyMatch(Diagnostic::isError)) {
            throw new IllegalArgumentException("a plan " + (plan.isPresent() ? "with" : "missing without") + " errors");
        }
    }

    /**
     * The plan.
     *
     * @throws QueryException if there is none, with all diagnostics
     */
    public Plan orThrow() {
        return plan.orElseThrow(() -> new QueryException(diagnostics));
    }
}

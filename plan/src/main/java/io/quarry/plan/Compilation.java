package io.quarry.plan;

import java.util.List;
import java.util.Optional;

/**
 * What a front end makes of a text: a query, or the reasons why there is none. The draft is present exactly if no
 * diagnostic is an error; warnings may accompany it.
 */
public record Compilation(Optional<Draft> draft, List<Diagnostic> diagnostics) {
    public Compilation {
        diagnostics = List.copyOf(diagnostics);
        if (draft.isPresent() == diagnostics.stream().anyMatch(Diagnostic::isError)) {
            throw new IllegalArgumentException(
                    "a query " + (draft.isPresent() ? "with" : "missing without") + " errors");
        }
    }

    /** What came of a text of which every sound one has its plan without data. */
    public static Compilation of(Optional<Plan> plan, List<Diagnostic> diagnostics) {
        return new Compilation(plan.map(Draft.Complete::new), diagnostics);
    }

    /** The plan; empty if there are errors, or if it takes data to make it. */
    public Optional<Plan> plan() {
        return draft.filter(Draft.Complete.class::isInstance)
                .map(Draft.Complete.class::cast)
                .map(Draft.Complete::plan);
    }

    /**
     * The plan of a query that needs no data for it.
     *
     * @throws QueryException if there are errors, with all diagnostics
     * @throws IllegalStateException if it takes data to make it
     */
    public Plan orThrow() {
        if (draft.isEmpty()) {
            throw new QueryException(diagnostics);
        }
        return plan().orElseThrow(() -> new IllegalStateException("the plan depends on data"));
    }
}

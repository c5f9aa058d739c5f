package io.quarry.plan;

import java.util.List;
import java.util.Optional;

/**
 * What a front end makes of a text: its results, or the reasons why there are none. There is a result exactly if no diagnostic
 * is an error; warnings may accompany it.
 *
 * @param results in the order of the text; nearly always one
 */
public record Compilation(List<Result> results, List<Diagnostic> diagnostics) {
    /** A table that comes out, and what it is called beside others. */
    public record Result(String name, Draft draft) {}

    public Compilation {
        results = List.copyOf(results);
        diagnostics = List.copyOf(diagnostics);
        if (!results.isEmpty() == diagnostics.stream().anyMatch(Diagnostic::isError)) {
            throw new IllegalArgumentException(results.size() + " results, and " + diagnostics);
        }
    }

    /** What came of a text with one result, whose plan needs no data. */
    public static Compilation of(Optional<Plan> plan, List<Diagnostic> diagnostics) {
        return new Compilation(
                plan.map(known -> new Result("result 1", new Draft.Complete(known))).stream()
                        .toList(),
                diagnostics);
    }

    /** The first result; empty if there are errors. */
    public Optional<Draft> draft() {
        return results.stream().map(Result::draft).findFirst();
    }

    /** The plan of the first result; empty if there are errors, or if it takes data or values to make it. */
    public Optional<Plan> plan() {
        return plan(0);
    }

    private Optional<Plan> plan(int result) {
        return results.stream()
                .skip(result)
                .findFirst()
                .map(Result::draft)
                .filter(Draft.Complete.class::isInstance)
                .map(Draft.Complete.class::cast)
                .map(Draft.Complete::plan);
    }

    /** As {@link #orThrow(int)}, of the first result. */
    public Plan orThrow() {
        return orThrow(0);
    }

    /**
     * The plan of a result that needs no data for it.
     *
     * @throws QueryException if there are errors, with all diagnostics, or if it is a template without values
     * @throws IllegalStateException if it takes data to make it
     */
    public Plan orThrow(int result) {
        if (results.isEmpty()) {
            throw new QueryException(diagnostics);
        }
        if (results.get(result).draft() instanceof Draft.Template template) {
            throw new QueryException(template.missing());
        }
        return plan(result).orElseThrow(() -> new IllegalStateException("the plan depends on data"));
    }
}

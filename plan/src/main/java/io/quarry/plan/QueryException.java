package io.quarry.plan;

import java.util.List;
import java.util.stream.Collectors;

/** A query or rule cannot be run, because of what its author wrote; carries at least one diagnostic. */
public final class QueryException extends RuntimeException {
    private final transient List<Diagnostic> diagnostics;

    public QueryException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::render).collect(Collectors.joining()));
        if (diagnostics.isEmpty()) {
            throw new IllegalArgumentException("a query exception without a diagnostic");
        }
        this.diagnostics = List.copyOf(diagnostics);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}

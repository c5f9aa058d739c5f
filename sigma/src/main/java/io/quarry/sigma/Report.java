package io.quarry.sigma;

import io.quarry.plan.Code;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Origin;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one document. Not safe for threads. */
final class Report {
    private final SourceText source;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    Report(SourceText source) {
        this.source = source;
    }

    void add(Code code, Span span, String message, String... hints) {
        diagnostics.add(Diagnostic.of(code, source, span, message, hints));
    }

    Origin origin(Span span) {
        return new Origin(source, span);
    }

    SourceText source() {
        return source;
    }

    boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }
}

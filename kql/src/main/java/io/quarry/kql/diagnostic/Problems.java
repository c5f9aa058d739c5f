package io.quarry.kql.diagnostic;

import io.quarry.plan.Code;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Repair;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The diagnostics of one text, as they are found. One code is reported once a place, however often that place is analyzed;
 * past {@value #MOST} the rest is dropped. Not safe for threads.
 */
public final class Problems {
    static final int MOST = 100;

    private record Place(String code, Span span) {}

    private final SourceText source;
    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<Place> places = new HashSet<>();
    private boolean error;

    public Problems(SourceText source) {
        this.source = source;
    }

    public SourceText source() {
        return source;
    }

    public void report(Code code, Span span, String message, String... hints) {
        add(Diagnostic.of(code, source, span, message, hints));
    }

    public void report(Code code, Span span, String message, List<String> hints, Optional<Repair> repair) {
        add(new Diagnostic(code, source, span, message, hints, repair));
    }

    /** True once an error was reported. */
    public boolean hasError() {
        return error;
    }

    /** True once so many were found that looking for more is of no use. */
    public boolean isFull() {
        return found.size() >= MOST;
    }

    /** In order of place. */
    public List<Diagnostic> inOrder() {
        List<Diagnostic> ordered = new ArrayList<>(found);
        ordered.sort(Comparator.comparingInt(diagnostic -> diagnostic.span().start()));
        return ordered;
    }

    public void add(Diagnostic diagnostic) {
        error |= diagnostic.isError();
        if (!isFull() && places.add(new Place(diagnostic.code().name(), diagnostic.span()))) {
            found.add(diagnostic);
        }
    }
}

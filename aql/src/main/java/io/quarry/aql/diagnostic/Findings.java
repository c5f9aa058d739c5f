package io.quarry.aql.diagnostic;

import io.quarry.plan.Code;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Repair;
import io.quarry.plan.Severity;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects the diagnostics of one query. The same code at the same place is kept once. Not safe for threads. */
public final class Findings {
    /** A text with more mistakes than this is reported up to here. */
    private static final int MOST = 200;

    private record Place(Code code, Span span) {}

    private final SourceText source;
    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<Place> places = new HashSet<>();
    private boolean anyError;

    public Findings(SourceText source) {
        this.source = source;
    }

    public SourceText source() {
        return source;
    }

    public void add(Code code, Span span, String message, String... hints) {
        add(Diagnostic.of(code, source, span, message, hints));
    }

    public void add(Repair repair, Code code, Span span, String message, String... hints) {
        add(Diagnostic.of(code, source, span, message, hints).withRepair(repair));
    }

    public void add(Diagnostic diagnostic) {
        boolean counts = diagnostic.isError() && !anyError || found.size() < MOST;
        if (counts && places.add(new Place(diagnostic.code(), diagnostic.span()))) {
            found.add(diagnostic);
            anyError |= diagnostic.isError();
        }
    }

    public boolean hasErrors() {
        return anyError;
    }

    /** All diagnostics in the order of their places; mere informations come last. */
    public List<Diagnostic> inOrder() {
        return found.stream()
                .sorted(Comparator.comparing((Diagnostic d) -> d.code().severity() == Severity.INFO)
                        .thenComparingInt(d -> d.span().start())
                        .thenComparingInt(d -> d.span().end()))
                .toList();
    }
}

package io.quarry.aql.diagnostic;

import io.quarry.plan.Code;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Repair;
import io.quarry.plan.Severity;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects the diagnostics of one query. The same code at the same place is kept once; past {@value #MOST} they are only
 * counted, except for the first error. Not safe for threads.
 */
public final class Findings {
    static final int MOST = 200;

    /** So many are told apart; of a text with more it is only said that there are. */
    private static final int MOST_COUNTED = 10_000;

    private record Place(Code code, Span span) {}

    private final SourceText source;
    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<Place> places = new HashSet<>();
    private Optional<Span> firstUnlisted = Optional.empty();
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

    /** Adds a mistake of which it is clear what was meant, with the repair that writes it in the place of the span. */
    public void correct(Code code, Span span, String message, String meant) {
        String repair = "write " + meant.strip();
        add(Repair.replace(repair, span, meant), code, span, message, repair);
    }

    public void add(Diagnostic diagnostic) {
        boolean isFirstError = diagnostic.isError() && !anyError;
        boolean isCounted = isFirstError || places.size() < MOST_COUNTED;
        if (!isCounted || !places.add(new Place(diagnostic.code(), diagnostic.span()))) {
            return;
        }
        anyError |= isFirstError;
        if (isFirstError || found.size() < MOST) {
            found.add(diagnostic);
        } else {
            firstUnlisted = firstUnlisted.or(() -> Optional.of(diagnostic.span()));
        }
    }

    public boolean hasErrors() {
        return anyError;
    }

    public boolean has(Code code) {
        return places.stream().anyMatch(place -> place.code() == code);
    }

    /** All diagnostics in the order of their places, behind them mere informations, and how many more there are. */
    public List<Diagnostic> inOrder() {
        List<Diagnostic> ordered = new ArrayList<>(found);
        ordered.sort(Comparator.comparing((Diagnostic d) -> d.code().severity() == Severity.INFO)
                .thenComparingInt(d -> d.span().start())
                .thenComparingInt(d -> d.span().end()));
        firstUnlisted.ifPresent(
                first -> ordered.add(Diagnostic.of(CommonCode.MORE_FINDINGS, source, first, unlisted())));
        return List.copyOf(ordered);
    }

    private String unlisted() {
        int count = places.size() - found.size();
        String atLeast = places.size() < MOST_COUNTED ? "" : "at least ";
        return atLeast + count + (count == 1 ? " more finding is" : " more findings are") + " not listed";
    }
}

package io.quarry.detect.rule;

import io.quarry.plan.Diagnostic;
import io.quarry.plan.Repair;
import io.quarry.plan.SourceText;
import io.quarry.plan.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A text with the repairs that its diagnostics offer.
 *
 * @param applied what was changed, in order
 */
public record Repairs(SourceText source, List<Repair> applied) {
    private static final int ROUNDS = 8;

    public Repairs {
        applied = List.copyOf(applied);
    }

    /**
     * Repairs a text until its diagnostics offer nothing more: a repair may bring to light what the defect had hidden.
     *
     * @param check finds the diagnostics of a text
     */
    public static Repairs of(SourceText source, Function<SourceText, List<Diagnostic>> check) {
        SourceText text = source;
        List<Repair> applied = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Repair> offered = compatible(check.apply(text));
            if (offered.isEmpty()) {
                break;
            }
            List<TextEdit> edits =
                    offered.stream().flatMap(repair -> repair.edits().stream()).toList();
            text = new SourceText(text.name(), TextEdit.apply(text.text(), edits));
            applied.addAll(offered);
        }
        return new Repairs(text, applied);
    }

    /** The repairs that do not touch the same text; of two that do, the first. */
    private static List<Repair> compatible(List<Diagnostic> diagnostics) {
        List<Repair> chosen = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            diagnostic
                    .repair()
                    .filter(repair -> chosen.stream().noneMatch(other -> overlap(repair, other)))
                    .ifPresent(chosen::add);
        }
        return chosen;
    }

    private static boolean overlap(Repair a, Repair b) {
        return a.edits().stream().anyMatch(x -> b.edits().stream().anyMatch(y -> overlap(x, y)));
    }

    private static boolean overlap(TextEdit a, TextEdit b) {
        return a.span().start() < b.span().end() && b.span().start() < a.span().end()
                || a.span().equals(b.span());
    }
}

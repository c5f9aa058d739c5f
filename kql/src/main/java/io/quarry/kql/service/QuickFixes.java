package io.quarry.kql.service;

import io.quarry.kql.Kql;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.List;

/** The repairs that a text's diagnostics offer. */
public final class QuickFixes {
    private QuickFixes() {}

    /** Of diagnostics that touch the span, in the order of the text. */
    public static List<QuickFix> in(SourceText source, Span span, KqlCatalog catalog) {
        return Kql.compile(source, catalog).diagnostics().stream()
                .filter(found -> found.span().start() <= span.end()
                        && span.start() <= found.span().end())
                .flatMap(QuickFixes::of)
                .toList();
    }

    private static java.util.stream.Stream<QuickFix> of(Diagnostic diagnostic) {
        return diagnostic.repair().stream()
                .map(repair -> new QuickFix(repair.description(), diagnostic, repair.edits()));
    }
}

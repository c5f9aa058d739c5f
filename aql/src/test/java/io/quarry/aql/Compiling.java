package io.quarry.aql;

import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.aql.reference.ReferenceData;
import io.quarry.plan.Compilation;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.SourceText;
import io.quarry.plan.TextEdit;
import java.util.List;
import java.util.stream.Collectors;

/** What tests do with queries. */
final class Compiling {
    private Compiling() {}

    static Compilation compile(String query) {
        return Aql.compile(new SourceText("query", query), AqlCatalog.standard());
    }

    static Compilation compile(String query, ReferenceData data) {
        return Aql.compile(new SourceText("query", query), AqlCatalog.standard().reading(data));
    }

    /** Code and text under it of every diagnostic that is no mere information. */
    static List<String> found(String query) {
        return compile(query).diagnostics().stream()
                .filter(diagnostic -> !diagnostic.code().name().equals("CUSTOM_PROPERTY"))
                .map(diagnostic ->
                        diagnostic.code().name() + " " + diagnostic.source().slice(diagnostic.span()))
                .toList();
    }

    /** The query with all repairs made, again and again until there are none left. */
    static String repaired(String query) {
        String text = query;
        for (int i = 0; i < 10; i++) {
            List<TextEdit> edits = compile(text).diagnostics().stream()
                    .flatMap(diagnostic -> diagnostic.repair().stream())
                    .flatMap(repair -> repair.edits().stream())
                    .toList();
            if (edits.isEmpty()) {
                return text;
            }
            text = TextEdit.apply(text, edits);
        }
        throw new AssertionError("repairs do not come to an end: " + text);
    }

    static String rendered(Compilation compilation) {
        return compilation.diagnostics().stream().map(Diagnostic::render).collect(Collectors.joining("\n"));
    }
}

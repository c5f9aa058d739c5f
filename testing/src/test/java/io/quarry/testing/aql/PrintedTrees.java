package io.quarry.testing.aql;

import io.quarry.aql.diagnostic.Findings;
import io.quarry.aql.syntax.Printer;
import io.quarry.aql.syntax.Query;
import io.quarry.aql.syntax.QueryParser;
import io.quarry.plan.SourceText;
import java.util.Optional;

/** Syntax trees without the places of their parts. */
public final class PrintedTrees {
    private PrintedTrees() {}

    /** The tree of a text; empty if the text has a mistake. */
    public static Optional<String> tree(String text) {
        return query(text).map(PrintedTrees::withoutPlaces);
    }

    /** The tree of a text that has been printed and read again. */
    public static Optional<String> printedTree(String text) {
        return query(text).flatMap(query -> tree(Printer.print(query)));
    }

    private static Optional<Query> query(String text) {
        Findings findings = new Findings(new SourceText("query", text));
        Optional<Query> query = QueryParser.parse(findings).stream().findFirst();
        return findings.hasErrors() ? Optional.empty() : query;
    }

    private static String withoutPlaces(Query query) {
        return query.toString().replaceAll("Span\\[start=\\d+, end=\\d+]", "");
    }
}

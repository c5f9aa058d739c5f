package io.quarry.aql;

import io.quarry.aql.analysis.QueryAnalyzer;
import io.quarry.aql.analysis.Statements;
import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.aql.check.Checks;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.aql.syntax.Query;
import io.quarry.aql.syntax.QueryParser;
import io.quarry.plan.Compilation;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Draft;
import io.quarry.plan.SourceText;
import java.util.List;
import java.util.Optional;

/** The front end of AQL. */
public final class Aql {
    private Aql() {}

    /**
     * The plan of a query, with warnings, or everything that is wrong with it. Of several statements it is that of the last,
     * with the results that it reads of the others. A template whose placeholders are not all {@linkplain
     * AqlCatalog#withParameters given} values is analyzed, but does not run. Returns for any text.
     */
    public static Compilation compile(SourceText text, AqlCatalog catalog) {
        Findings findings = new Findings(text);
        List<Query> statements = QueryParser.parse(findings, catalog.parameters());
        statements.forEach(statement -> Checks.run(statement, catalog, findings));
        Optional<Draft> draft =
                Statements.analyze(statements, catalog, findings).map(result -> draft(result, findings));
        List<Compilation.Result> results = findings.hasErrors()
                ? List.of()
                : draft.map(only -> new Compilation.Result("result 1", only)).stream()
                        .toList();
        return new Compilation(results, findings.inOrder());
    }

    /** What can run, or, of a template whose placeholders have no values, what can be checked. */
    private static Draft draft(QueryAnalyzer.Analyzed result, Findings findings) {
        List<Diagnostic> missing = findings.inOrder().stream()
                .filter(found -> found.code() == AqlCode.TEMPLATE)
                .map(found -> Diagnostic.of(
                        AqlCode.TEMPLATE_VALUE,
                        found.source(),
                        found.span(),
                        found.message() + ", and is given no value",
                        found.hints().toArray(String[]::new)))
                .toList();
        return !findings.has(AqlCode.TEMPLATE)
                ? new Draft.Complete(result.plan(), Optional.empty(), result.timeLimit())
                : new Draft.Template(result.plan(), missing);
    }
}

package io.quarry.aql;

import io.quarry.aql.analysis.Statements;
import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.aql.check.Checks;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.aql.syntax.Query;
import io.quarry.aql.syntax.QueryParser;
import io.quarry.plan.Compilation;
import io.quarry.plan.Draft;
import io.quarry.plan.SourceText;
import java.util.List;
import java.util.Optional;

/** The front end of AQL. */
public final class Aql {
    private Aql() {}

    /**
     * The plan of a query, with warnings, or everything that is wrong with it. Of several statements it is that of the last,
     * with the results that it reads of the others. Returns for any text.
     */
    public static Compilation compile(SourceText text, AqlCatalog catalog) {
        Findings findings = new Findings(text);
        List<Query> statements = QueryParser.parse(findings);
        statements.forEach(statement -> Checks.run(statement, catalog, findings));
        Optional<Draft> draft = Statements.analyze(statements, catalog, findings)
                .map(result -> new Draft.Complete(result.plan(), Optional.empty(), result.timeLimit()));
        List<Compilation.Result> results = findings.hasErrors()
                ? List.of()
                : draft.map(only -> new Compilation.Result("result 1", only)).stream()
                        .toList();
        return new Compilation(results, findings.inOrder());
    }
}

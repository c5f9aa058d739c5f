package io.quarry.aql;

import io.quarry.aql.analysis.QueryAnalyzer;
import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.aql.check.Checks;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.aql.syntax.Query;
import io.quarry.aql.syntax.QueryParser;
import io.quarry.plan.Compilation;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import java.util.Optional;

/** The front end of AQL. */
public final class Aql {
    private Aql() {}

    /** The plan of a query, with warnings, or everything that is wrong with it. Returns for any text. */
    public static Compilation compile(SourceText text, AqlCatalog catalog) {
        Findings findings = new Findings(text);
        Optional<Plan> plan = Optional.empty();
        for (Query query : QueryParser.parse(findings)) {
            Checks.run(query, catalog, findings);
            Plan analyzed = QueryAnalyzer.analyze(query, catalog, findings).plan();
            plan = plan.isPresent() ? plan : Optional.of(analyzed);
        }
        if (findings.hasErrors()) {
            plan = Optional.empty();
        }
        return Compilation.of(plan, findings.inOrder());
    }
}

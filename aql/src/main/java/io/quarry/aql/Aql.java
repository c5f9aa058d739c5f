package io.quarry.aql;

import io.quarry.aql.analysis.QueryAnalyzer;
import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.aql.check.Checks;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.aql.syntax.Query;
import io.quarry.aql.syntax.QueryParser;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Compilation;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.List;
import java.util.Optional;

/** The front end of AQL. */
public final class Aql {
    private Aql() {}

    /** The plan of a query, with warnings, or everything that is wrong with it. Returns for any text. */
    public static Compilation compile(SourceText text, AqlCatalog catalog) {
        Findings findings = new Findings(text);
        Optional<Plan> plan = Optional.empty();
        List<Query> queries = QueryParser.parse(findings);
        for (Query query : queries) {
            Checks.run(query, catalog, findings);
            Optional<Plan> analyzed =
                    QueryAnalyzer.analyze(query, catalog, findings).map(QueryAnalyzer.Analyzed::plan);
            plan = plan.isPresent() ? plan : analyzed;
        }
        if (plan.isEmpty() && !findings.hasErrors()) {
            findings.add(CommonCode.SYNTAX, new Span(0, 0), "there is no query to run");
        }
        return new Compilation(plan.filter(found -> !findings.hasErrors()), findings.inOrder());
    }
}

package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.aql.syntax.Query;
import java.util.List;
import java.util.Optional;

/** The statements of a text: each keeps its result for those after it, and the last one gives the rows. */
public final class Statements {
    private Statements() {}

    /** What the last statement gives, not to be used if there are errors; empty if there is no statement. */
    public static Optional<QueryAnalyzer.Analyzed> analyze(
            List<Query> statements, AqlCatalog catalog, Findings findings) {
        Cursors cursors = new Cursors();
        Optional<QueryAnalyzer.Analyzed> last = Optional.empty();
        for (int i = 0; i < statements.size(); i++) {
            Query statement = statements.get(i);
            QueryAnalyzer.Analyzed result = QueryAnalyzer.analyze(statement, catalog, findings, cursors);
            boolean isLast = i == statements.size() - 1;
            statement.into().ifPresent(cursor -> {
                if (isLast) {
                    findings.add(
                            AqlCode.IGNORED_PARAMETER, cursor.span(), "the result is not kept under " + cursor.name());
                } else {
                    cursors.keep(cursor, result, findings);
                }
            });
            last = Optional.of(result);
        }
        if (!findings.hasErrors()) {
            cursors.refuseUnread(findings);
        }
        return last;
    }
}

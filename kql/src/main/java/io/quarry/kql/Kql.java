package io.quarry.kql;

import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Problems;
import io.quarry.kql.syntax.QueryParser;
import io.quarry.kql.syntax.Statement;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Compilation;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.List;
import java.util.Optional;

/** Compiles Kusto Query Language. Without state, safe for threads. */
public final class Kql {
    private Kql() {}

    /** The plan of a query against a platform's tables, or all that is wrong with it. */
    public static Compilation compile(SourceText text, KqlCatalog catalog) {
        Problems problems = new Problems(text);
        List<Statement> statements = QueryParser.parse(problems);
        Analysis analysis = new Analysis(problems, catalog, Scope.empty(), new Expansions());
        Optional<Expression> result = new Statements(analysis).body(statements);
        Optional<Plan> plan = result.map(analysis::table).map(Relation::plan);
        if (plan.isEmpty() && !problems.hasError()) {
            problems.report(
                    CommonCode.SYNTAX, new Span(0, 0), "the text has no query: its last statement has to give a table");
        }
        return new Compilation(problems.hasError() ? Optional.empty() : plan, problems.inOrder());
    }
}

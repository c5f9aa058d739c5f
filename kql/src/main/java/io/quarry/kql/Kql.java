package io.quarry.kql;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.Discovery;
import io.quarry.kql.analysis.Options;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.diagnostic.Problems;
import io.quarry.kql.operator.Results;
import io.quarry.kql.operator.TableAnalyzer;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.syntax.QueryParser;
import io.quarry.kql.syntax.Statement;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Compilation;
import io.quarry.plan.Draft;
import io.quarry.plan.Plan;
import io.quarry.plan.Probe;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles Kusto Query Language. Without state, safe for threads. */
public final class Kql {
    private Kql() {}

    /** What a query means against a platform's tables, or all that is wrong with it. Columns that depend on data stay open. */
    public static Compilation compile(SourceText text, KqlCatalog catalog) {
        return compile(text, catalog, new Discovery(Optional.empty()));
    }

    /**
     * The plan of a query over data, or all that is wrong with it.
     *
     * @throws io.quarry.plan.QueryException if what has to run to know the columns fails on the data
     */
    public static Compilation compile(SourceText text, KqlCatalog catalog, Probe probe) {
        return compile(text, catalog, new Discovery(Optional.of(probe)));
    }

    private static Compilation compile(SourceText text, KqlCatalog catalog, Discovery discovery) {
        Problems problems = new Problems(text);
        List<Statement> statements = QueryParser.parse(problems);
        Analysis analysis = Analysis.of(problems, catalog, discovery, TableAnalyzer::analyze);
        List<Results.Named> results = Results.of(statements, analysis);
        for (String given : catalog.parameters()) {
            if (!analysis.scope().declares(given)) {
                problems.report(
                        KqlCode.QUERY_PARAMETER, new Span(0, 0), "the query declares no parameter '" + given + "'");
            }
        }
        if (results.isEmpty() && !problems.hasError()) {
            return withoutQuery(statements, problems);
        }
        if (problems.hasError()) {
            return new Compilation(List.of(), problems.inOrder());
        }
        List<Compilation.Result> compiled = new ArrayList<>();
        for (Results.Named result : results) {
            int place = compiled.size();
            Plan plan = new Options(analysis).limited(result.rows().plan());
            Draft draft = discovery.isPending()
                    ? new Draft.Open(
                            discovery.scans(),
                            probe -> compile(text, catalog, probe).orThrow(place),
                            result.chart())
                    : new Draft.Complete(plan, result.chart());
            compiled.add(new Compilation.Result(result.name().orElse("result " + (place + 1)), draft));
        }
        return new Compilation(compiled, problems.inOrder());
    }

    /** Declarations alone are legal, and give nothing. */
    private static Compilation withoutQuery(List<Statement> statements, Problems problems) {
        if (statements.isEmpty()) {
            problems.report(
                    CommonCode.SYNTAX, new Span(0, 0), "the text has no query: its last statement has to give a table");
            return new Compilation(List.of(), problems.inOrder());
        }
        problems.report(
                KqlCode.NO_RESULT,
                statements.get(statements.size() - 1).span(),
                "the text declares names and asks for nothing",
                "end it with a query, such as the name of a table that it declares");
        Draft nothing = new Draft.Complete(Relation.NONE.plan());
        return new Compilation(List.of(new Compilation.Result("result 1", nothing)), problems.inOrder());
    }
}

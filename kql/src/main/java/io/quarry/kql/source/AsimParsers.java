package io.quarry.kql.source;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.syntax.Expression;
import io.quarry.plan.Plan;
import java.util.Set;

/**
 * Sentinel's parsers of normalized events ({@code _Im_ProcessEvent}): tables under their own names, which take filters by
 * name. No telemetry fills them yet, so that the filters have nothing to leave out.
 */
public final class AsimParsers {
    private static final Set<String> TIMES = Set.of("starttime", "endtime");

    private static final Set<String> OTHERS = Set.of("pack", "disabled", "eventresult", "eventtype", "dstportnumber");

    private final Analysis analysis;

    public AsimParsers(Analysis analysis) {
        this.analysis = analysis;
    }

    public Relation read(Expression.Call call, KqlCatalog.Entry entry) {
        for (Expression argument : call.arguments()) {
            check(argument);
        }
        Plan.Scan table = new Plan.Scan(entry.name(), entry.schema());
        return Relation.of(analysis.discovery().reading(table))
                .named(call.function().name());
    }

    private void check(Expression argument) {
        analysis.constant(Projection.value(argument));
        if (!(argument instanceof Expression.Named named)) {
            analysis.unsupported(argument.span(), "an argument of a parser without a name");
            return;
        }
        String name = named.names().get(0).name();
        boolean isFilter = TIMES.contains(name)
                || OTHERS.contains(name)
                || name.matches("[a-z]+_(has|has_any|has_all|has_any_prefix|has_any_ip_prefix|in)")
                || name.matches("(srcipaddr|dvcaction|responsecodename)");
        if (!isFilter) {
            analysis.report(
                    KqlCode.UNKNOWN_COLUMN, named.names().get(0).span(), "the parser has no parameter '" + name + "'");
        }
    }
}

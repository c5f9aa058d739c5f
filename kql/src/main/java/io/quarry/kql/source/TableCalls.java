package io.quarry.kql.source;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.FunctionCalls;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scope;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Places;
import io.quarry.plan.Plan;
import java.util.Optional;
import java.util.Set;

/** Calls that give a table, and what else does. */
public final class TableCalls {
    /** Functions before a dot that reach another service, of whose tables the platform's analysis knows nothing. */
    private static final Set<String> SERVICES = Set.of("arg", "adx");

    private final Analysis analysis;

    public TableCalls(Analysis analysis) {
        this.analysis = analysis;
    }

    public Relation call(Expression.Call call) {
        String name = call.function().name();
        if (analysis.scope().find(name).isPresent()) {
            return new FunctionCalls(analysis)
                    .table(call, (Scope.Function) analysis.scope().find(name).orElseThrow());
        }
        if (name.equals("materialize") && call.arguments().size() == 1) {
            Relation rows = analysis.table(call.arguments().get(0));
            if (mayChange(rows.plan())) {
                analysis.expansions().materialize(rows.plan());
            }
            return rows;
        }
        if (name.equals("table")
                && call.arguments().size() == 1
                && call.arguments().get(0) instanceof Expression.Literal literal
                && literal.value() instanceof String table) {
            return analysis.table(new Expression.Name(literal.span(), table));
        }
        if (name.equals("_GetWatchlist")) {
            return new Watchlists(analysis).get(call);
        }
        if (name.equals("_GetWatchlistAlias")) {
            return new Watchlists(analysis).aliases();
        }
        if (name.equals("AssignedIPAddresses")) {
            return new Enrichments(analysis).addresses(call);
        }
        Optional<KqlCatalog.Entry> entry =
                analysis.catalog().find(name).filter(known -> known.kind() == KqlCatalog.Kind.PARSER);
        if (entry.isPresent()) {
            return new AsimParsers(analysis).read(call, entry.get());
        }
        analysis.unsupported(call.function().span(), name + "()");
        return Relation.BROKEN;
    }

    /** True if chance decides on the plan or on a sub-query in it: each result of a text is a run, with its own sub-queries. */
    private static boolean mayChange(Plan plan) {
        return !plan.isDeterministic()
                || plan.inputs().stream().anyMatch(TableCalls::mayChange)
                || plan.subqueries().stream().anyMatch(subquery -> mayChange(subquery.plan()));
    }

    /** {@code workspace("x").T} is the same table in another place, of which there is one here. */
    public Relation member(Expression.Member member) {
        if (member.object() instanceof Expression.Call call
                && (call.function().name().equals("workspace")
                        || call.function().name().equals("app"))) {
            return analysis.table(member.member());
        }
        if (member.object() instanceof Expression.Call call
                && SERVICES.contains(call.function().name())) {
            analysis.report(
                    KqlCode.UNKNOWN_FUNCTION,
                    call.function().span(),
                    "no function '" + call.function().name() + "': the tables of another service are out of reach");
            return Relation.BROKEN;
        }
        if (Places.isCall(member.object())) {
            Expression.Name place = ((Expression.Call) member.object()).function();
            analysis.unsupported(member.object().span(), place.name() + "()");
        } else if (!analysis.table(member.object()).isOpen()) {
            String name = member.member().name();
            analysis.report(
                    KqlCode.UNKNOWN_COLUMN,
                    member.member().span(),
                    "a table has no member '" + name + "'",
                    "a step of the query takes its columns: T | project " + name);
        }
        return Relation.BROKEN;
    }
}

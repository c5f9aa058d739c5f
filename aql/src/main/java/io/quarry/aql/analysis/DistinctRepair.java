package io.quarry.aql.analysis;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.aql.syntax.Expression;
import io.quarry.aql.syntax.Query;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import io.quarry.plan.TextEdit;
import java.util.List;
import java.util.stream.Collectors;

/** {@code SELECT DISTINCT a, b}, which AQL does not have: grouping by all of the columns says the same. */
final class DistinctRepair {
    private DistinctRepair() {}

    static void report(Query query, Span distinct, Findings findings) {
        String table = query.source() instanceof Query.NamedSource named ? named.name() : "events";
        String message = "Field \"DISTINCT\" does not exist in catalog \"" + table + "\"";
        String hint = "group by the columns instead";
        boolean plain = query.groupBy().isEmpty()
                && query.having().isEmpty()
                && query.items().stream().allMatch(item -> item.expression().bare() instanceof Expression.Name);
        if (!plain) {
            findings.add(AqlCode.SELECT_DISTINCT, distinct, message, hint);
            return;
        }
        String columns = query.items().stream()
                .map(item -> findings.source().slice(item.expression().span()))
                .collect(Collectors.joining(", "));
        int place = query.where()
                .map(where -> where.span().end())
                .orElse(query.source().span().end());
        Repair repair = new Repair(
                "group by the columns",
                List.of(
                        new TextEdit(
                                new Span(
                                        distinct.start(),
                                        query.items().get(0).span().start()),
                                ""),
                        new TextEdit(new Span(place, place), " GROUP BY " + columns)));
        findings.add(repair, AqlCode.SELECT_DISTINCT, distinct, message, hint);
    }
}

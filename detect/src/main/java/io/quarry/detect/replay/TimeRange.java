package io.quarry.detect.replay;

import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Origin;
import io.quarry.plan.Parameters;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Limits every table that a plan reads to events of a range of time. */
final class TimeRange {
    private static final Origin NOWHERE = new Origin(new SourceText("time range", ""), new Span(0, 0));

    private TimeRange() {}

    /** The plan over events that are not later than the time at which it runs: nobody sees the future. */
    static Plan untilNow(Plan plan) {
        return limit(plan, Optional.empty(), Optional.of(Parameters.NOW));
    }

    /** The plan over events from {@code from} on and up to {@code to}, both included; datetimes. */
    static Plan limit(Plan plan, Optional<Expr> from, Optional<Expr> to) {
        if (from.isEmpty() && to.isEmpty()) {
            return plan;
        }
        if (plan instanceof Plan.Scan scan) {
            return limitScan(scan, from, to);
        }
        Plan overLimited = plan.withInputs(
                plan.inputs().stream().map(input -> limit(input, from, to)).toList());
        return overLimited.withExpressions(
                expr -> expr.withSubqueries(subquery -> subquery.over(limit(subquery.plan(), from, to))));
    }

    private static Plan limitScan(Plan.Scan scan, Optional<Expr> from, Optional<Expr> to) {
        Schema schema = scan.schema();
        Plan.Scan timed = new Plan.Scan(scan.table(), schema.plus(List.of(TimeColumns.HIDDEN)));
        Expr.Column time = new Expr.Column(schema.size(), Type.DATETIME);
        List<Expr> bounds = new ArrayList<>();
        from.ifPresent(bound -> bounds.add(compare(">=", time, bound)));
        to.ifPresent(bound -> bounds.add(compare("<=", time, bound)));
        Plan filtered = new Plan.Filter(timed, bounds.size() == 1 ? bounds.get(0) : new Expr.And(bounds));
        List<NamedExpr> columns = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            Field field = schema.field(i);
            columns.add(new NamedExpr(field.name(), new Expr.Column(i, field.type())));
        }
        return new Plan.Project(filtered, columns);
    }

    private static Expr compare(String operator, Expr left, Expr right) {
        return new Expr.Call(
                Functions.scalar(Language.KQL, operator, List.of(Type.DATETIME, Type.DATETIME))
                        .orElseThrow(() -> new IllegalStateException("no " + operator + " of datetimes")),
                List.of(left, right),
                NOWHERE);
    }
}

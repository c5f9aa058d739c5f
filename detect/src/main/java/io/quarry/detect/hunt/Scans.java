package io.quarry.detect.hunt;

import io.quarry.engine.Engine;
import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import io.quarry.telemetry.view.Needs;
import java.util.List;

/** What plans read. */
public final class Scans {
    private Scans() {}

    /** The needs, and the columns that a run of the plan reads. */
    public static Needs addTo(Needs needs, Plan plan) {
        return collect(needs, Engine.rewrite(plan));
    }

    /**
     * The needs, and the columns on which it depends which rows the plan gives: those of its conditions and keys, not those
     * that it only passes on. Every table that the plan names is among them, if only to be said to be empty.
     */
    public static Needs addDeciding(Needs needs, Plan plan) {
        return addTo(tables(needs, plan), new Plan.Project(plan, List.of()));
    }

    private static Needs tables(Needs needs, Plan plan) {
        Needs all = plan instanceof Plan.Scan scan ? needs.plus(scan.table(), List.of()) : needs;
        for (Plan input : plan.inputs()) {
            all = tables(all, input);
        }
        return all;
    }

    private static Needs collect(Needs needs, Plan plan) {
        Needs all = needs;
        if (plan instanceof Plan.Scan scan) {
            all = all.plus(scan.table(), scan.schema().fields());
        }
        for (Plan input : plan.inputs()) {
            all = collect(all, input);
        }
        for (Expr.Subquery subquery : plan.subqueries()) {
            all = collect(all, subquery.plan());
        }
        return all;
    }
}

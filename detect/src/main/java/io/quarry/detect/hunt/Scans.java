package io.quarry.detect.hunt;

import io.quarry.engine.Engine;
import io.quarry.plan.Plan;
import io.quarry.telemetry.view.Needs;

/** What plans read. */
public final class Scans {
    private Scans() {}

    /** The needs, and the columns that a run of the plan reads. */
    public static Needs addTo(Needs needs, Plan plan) {
        return collect(needs, Engine.rewrite(plan));
    }

    private static Needs collect(Needs needs, Plan plan) {
        Needs all = needs;
        if (plan instanceof Plan.Scan scan) {
            all = all.plus(scan.table(), scan.schema().fields());
        }
        for (Plan input : plan.inputs()) {
            all = collect(all, input);
        }
        return all;
    }
}

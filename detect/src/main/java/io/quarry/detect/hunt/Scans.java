package io.quarry.detect.hunt;

import io.quarry.plan.Plan;
import io.quarry.telemetry.view.Needs;

/** What plans read. */
public final class Scans {
    private Scans() {}

    /** The needs, and the columns that a plan reads. */
    public static Needs addTo(Needs needs, Plan plan) {
        Needs all = needs;
        if (plan instanceof Plan.Scan scan) {
            all = all.plus(scan.table(), scan.schema().fields());
        }
        for (Plan input : plan.inputs()) {
            all = addTo(all, input);
        }
        return all;
    }
}

package io.quarry.kql.analysis;

import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import io.quarry.plan.Probe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the analysis of a query asks of the data, each question once; and what it would ask if it had any. */
public final class Discovery {
    private record Question(Plan rows, List<Expr> values) {}

    private final Optional<Probe> probe;
    private final Map<Question, List<List<Object>>> answers = new HashMap<>();
    private final Set<Plan.Scan> scans = new LinkedHashSet<>();
    private final Map<Plan, Plan> standIns = new IdentityHashMap<>();
    private boolean pending;

    public Discovery(Optional<Probe> probe) {
        this.probe = probe;
    }

    /** The distinct tuples of some values over rows, in order of first appearance; empty if there is no data to look at. */
    public Optional<List<List<Object>>> distinct(Plan rows, List<Expr> values) {
        pending |= probe.isEmpty();
        Plan asked = withoutStandIns(rows);
        return probe.map(
                data -> answers.computeIfAbsent(new Question(asked, values), question -> data.distinct(asked, values)));
    }

    /** Notes which rows a plan stands for that is no table: the rows of all groups for those of one. */
    public void stands(Plan standIn, Plan rows) {
        standIns.put(standIn, rows);
    }

    private Plan withoutStandIns(Plan plan) {
        Plan rows = standIns.get(plan);
        if (rows != null) {
            return withoutStandIns(rows);
        }
        return plan.withInputs(plan.inputs().stream().map(this::withoutStandIns).toList())
                .withExpressions(
                        expr -> expr.withSubqueries(subquery -> subquery.over(withoutStandIns(subquery.plan()))));
    }

    /** True if something was asked and there was no data. */
    public boolean isPending() {
        return pending;
    }

    /** Notes that the query names a table. */
    public Plan.Scan reading(Plan.Scan scan) {
        scans.add(scan);
        return scan;
    }

    /** The tables that the query names, with all their columns. */
    public List<Plan.Scan> scans() {
        return new ArrayList<>(scans);
    }
}

package io.quarry.kql.group;

import io.quarry.plan.Expr;
import io.quarry.plan.JoinKind;
import io.quarry.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes columns of the values that a group's pipe takes from tables of the same group, such as
 * {@code toscalar(Group | summarize sum(x))}: these are joined to the rows, so that they can be lifted like any step.
 */
public final class GroupValues {
    private final Plan standIn;

    /** @param standIn what stands for the rows of the group */
    public GroupValues(Plan standIn) {
        this.standIn = standIn;
    }

    /** The plan with all such values joined; empty if one stands where that cannot be done. */
    public Optional<Plan> join(Plan plan) {
        List<Optional<Plan>> inputs = plan.inputs().stream().map(this::join).toList();
        if (inputs.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        Plan step = plan.withInputs(inputs.stream().map(Optional::orElseThrow).toList());
        List<Expr.Subquery> values = step.subqueries().stream()
                .filter(subquery -> depends(subquery.plan()))
                .distinct()
                .toList();
        return values.isEmpty() ? Optional.of(step) : joined(step, values);
    }

    private Optional<Plan> joined(Plan step, List<Expr.Subquery> values) {
        boolean keepsColumns = step instanceof Plan.Filter || step instanceof Plan.Sort;
        boolean makesColumns = step instanceof Plan.Project || step instanceof Plan.Aggregate;
        boolean areSingle = values.stream().allMatch(value -> value.form() == Expr.Subquery.Form.FIRST);
        if (!areSingle || !keepsColumns && !makesColumns) {
            return Optional.empty();
        }
        Plan rows = step.inputs().get(0);
        int width = rows.schema().size();
        for (Expr.Subquery value : values) {
            Optional<Plan> one = join(value.plan());
            if (one.isEmpty()) {
                return Optional.empty();
            }
            rows = new Plan.Join(rows, one.get(), JoinKind.LEFT_OUTER, List.of(), List.of());
        }
        Plan over = step.withInputs(List.of(rows))
                .withExpressions(expr -> expr.withSubqueries(subquery -> column(subquery, values, width)));
        return Optional.of(makesColumns ? over : new Plan.Project(over, Columns.range(over, 0, width)));
    }

    private static Expr column(Expr.Subquery subquery, List<Expr.Subquery> values, int width) {
        int index = values.indexOf(subquery);
        return index < 0 ? subquery : new Expr.Column(width + index, subquery.type());
    }

    private boolean depends(Plan plan) {
        return plan == standIn
                || Stream.concat(
                                plan.inputs().stream(),
                                plan.subqueries().stream().map(Expr.Subquery::plan))
                        .anyMatch(this::depends);
    }
}

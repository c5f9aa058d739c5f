package io.quarry.engine.rule;

import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import java.util.List;
import java.util.Optional;

/** A filter over a projection, union or sort is one below it. */
final class PushFilterDown implements Rule {
    @Override
    public Optional<Plan> apply(Plan plan) {
        if (!(plan instanceof Plan.Filter filter)) {
            return Optional.empty();
        }
        if (filter.input() instanceof Plan.Project project) {
            return belowProject(filter.condition(), project);
        }
        if (filter.input() instanceof Plan.Union union) {
            List<Plan> inputs = union.inputs().stream()
                    .<Plan>map(input -> new Plan.Filter(input, filter.condition()))
                    .toList();
            return Optional.of(new Plan.Union(inputs));
        }
        if (filter.input() instanceof Plan.Sort sort && sort.limit().isEmpty()) {
            return Optional.of(sort.withInputs(List.of(new Plan.Filter(sort.input(), filter.condition()))));
        }
        return Optional.empty();
    }

    private static Optional<Plan> belowProject(Expr condition, Plan.Project project) {
        List<Expr> exprs = project.columns().stream().map(NamedExpr::expr).toList();
        boolean isSafe = condition.isDeterministic()
                && Columns.used(condition).stream().allMatch(index -> isCheap(condition, index, exprs.get(index)));
        if (!isSafe) {
            return Optional.empty();
        }
        Plan filtered = new Plan.Filter(project.input(), Columns.substitute(condition, exprs));
        return Optional.of(project.withInputs(List.of(filtered)));
    }

    /** What the projection computes, the filter may compute once more, but not several times. */
    private static boolean isCheap(Expr condition, int index, Expr computed) {
        return Columns.isTrivial(computed) || computed.isDeterministic() && Columns.uses(condition, index) == 1;
    }
}

package io.quarry.engine.rule;

import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import java.util.List;
import java.util.Optional;

/** A projection of a projection is one, where that computes nothing twice. */
final class MergeProjects implements Rule {
    @Override
    public Optional<Plan> apply(Plan plan) {
        if (!(plan instanceof Plan.Project outer && outer.input() instanceof Plan.Project inner)) {
            return Optional.empty();
        }
        List<Expr> exprs = inner.columns().stream().map(NamedExpr::expr).toList();
        for (int i = 0; i < exprs.size(); i++) {
            if (!Columns.isTrivial(exprs.get(i)) && uses(outer, i) > 1) {
                return Optional.empty();
            }
        }
        List<NamedExpr> columns = outer.columns().stream()
                .map(column -> new NamedExpr(column.name(), Columns.substitute(column.expr(), exprs)))
                .toList();
        return Optional.of(new Plan.Project(inner.input(), columns));
    }

    private static int uses(Plan.Project project, int index) {
        return project.columns().stream()
                .mapToInt(column -> Columns.uses(column.expr(), index))
                .sum();
    }
}

package io.quarry.engine.rule;

import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import java.util.Optional;

/** A projection to the same columns is its input. */
final class DropIdentityProject implements Rule {
    @Override
    public Optional<Plan> apply(Plan plan) {
        if (!(plan instanceof Plan.Project project
                && project.schema().equals(project.input().schema()))) {
            return Optional.empty();
        }
        for (int i = 0; i < project.columns().size(); i++) {
            if (!(project.columns().get(i).expr() instanceof Expr.Column column && column.index() == i)) {
                return Optional.empty();
            }
        }
        return Optional.of(project.input());
    }
}

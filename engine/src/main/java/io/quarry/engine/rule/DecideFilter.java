package io.quarry.engine.rule;

import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import java.util.List;
import java.util.Optional;

/** A filter whose condition is constant keeps all rows or none. */
final class DecideFilter implements Rule {
    @Override
    public Optional<Plan> apply(Plan plan) {
        if (plan instanceof Plan.Filter filter && filter.condition() instanceof Expr.Literal literal) {
            return Optional.of(
                    Boolean.TRUE.equals(literal.value()) ? filter.input() : new Plan.Values(plan.schema(), List.of()));
        }
        return Optional.empty();
    }
}

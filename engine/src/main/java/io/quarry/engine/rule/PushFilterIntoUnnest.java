package io.quarry.engine.rule;

import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a filter asks of the rows that were unnested, and not of their elements, is asked before. */
final class PushFilterIntoUnnest implements Rule {
    @Override
    public Optional<Plan> apply(Plan plan) {
        if (!(plan instanceof Plan.Filter filter && filter.input() instanceof Plan.Unnest unnest)) {
            return Optional.empty();
        }
        int width = unnest.input().schema().size();
        List<Expr> below = new ArrayList<>();
        List<Expr> above = new ArrayList<>();
        for (Expr operand : Conjunction.operands(filter.condition())) {
            boolean isOfRow = Columns.used(operand).length() <= width && operand.isDeterministic();
            (isOfRow ? below : above).add(operand);
        }
        if (below.isEmpty()) {
            return Optional.empty();
        }
        Plan filtered = unnest.withInputs(List.of(Conjunction.filter(unnest.input(), below)));
        return Optional.of(Conjunction.filter(filtered, above));
    }
}

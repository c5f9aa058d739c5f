package io.quarry.engine.rule;

import io.quarry.data.Type;
import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What a filter over groups asks of their keys alone is asked of the rows. Not of numbers that group together while they
 * can be told apart: 0.0 and -0.0, 1 and 1.00.
 */
final class PushFilterIntoAggregate implements Rule {
    @Override
    public Optional<Plan> apply(Plan plan) {
        if (!(plan instanceof Plan.Filter filter && filter.input() instanceof Plan.Aggregate aggregate)) {
            return Optional.empty();
        }
        List<Expr> keys = aggregate.keys().stream().map(NamedExpr::expr).toList();
        List<Expr> below = new ArrayList<>();
        List<Expr> above = new ArrayList<>();
        for (Expr operand : Conjunction.operands(filter.condition())) {
            if (asksForKeys(operand, keys)) {
                below.add(Columns.substitute(operand, keys));
            } else {
                above.add(operand);
            }
        }
        if (below.isEmpty()) {
            return Optional.empty();
        }
        Plan filtered = aggregate.withInputs(List.of(Conjunction.filter(aggregate.input(), below)));
        return Optional.of(Conjunction.filter(filtered, above));
    }

    private static boolean asksForKeys(Expr condition, List<Expr> keys) {
        BitSet used = Columns.used(condition);
        return !used.isEmpty()
                && used.length() <= keys.size()
                && condition.isDeterministic()
                && used.stream().mapToObj(keys::get).allMatch(key -> isExact(key.type()) && key.isDeterministic());
    }

    private static boolean isExact(Type type) {
        return switch (type) {
            case BOOL, INT, LONG, DATETIME, TIMESPAN, STRING, GUID -> true;
            case REAL, DECIMAL, DYNAMIC -> false;
        };
    }
}

package io.quarry.engine.rule;

import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import java.util.List;
import java.util.stream.Stream;

/** A condition as the list of what must hold. */
final class Conjunction {
    private Conjunction() {}

    /** The operands of the condition's {@code and}, in order; the condition itself if it is none. */
    static List<Expr> operands(Expr condition) {
        return condition instanceof Expr.And and
                ? and.operands().stream()
                        .flatMap(operand -> operands(operand).stream())
                        .toList()
                : List.of(condition);
    }

    /** One condition for two, the first one first. */
    static Expr both(Expr first, Expr second) {
        return new Expr.And(Stream.concat(operands(first).stream(), operands(second).stream())
                .toList());
    }

    /** The input's rows that satisfy all conditions; the input itself if there are none. */
    static Plan filter(Plan input, List<Expr> conditions) {
        return conditions.isEmpty()
                ? input
                : new Plan.Filter(input, conditions.size() == 1 ? conditions.get(0) : new Expr.And(conditions));
    }
}

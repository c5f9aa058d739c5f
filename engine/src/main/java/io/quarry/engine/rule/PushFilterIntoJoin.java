package io.quarry.engine.rule;

import io.quarry.plan.Expr;
import io.quarry.plan.JoinKind;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What a filter over a join asks of one side alone is asked below the join, where that side's rows come out unchanged. Not
 * of the left of an inner-unique join: which row is the first of its key would change.
 */
final class PushFilterIntoJoin implements Rule {
    @Override
    public Optional<Plan> apply(Plan plan) {
        if (!(plan instanceof Plan.Filter filter && filter.input() instanceof Plan.Join join)) {
            return Optional.empty();
        }
        int leftWidth = join.left().schema().size();
        List<Expr> left = new ArrayList<>();
        List<Expr> right = new ArrayList<>();
        List<Expr> above = new ArrayList<>();
        for (Expr operand : Conjunction.operands(filter.condition())) {
            BitSet used = Columns.used(operand);
            if (used.isEmpty() || !operand.isDeterministic()) {
                above.add(operand);
            } else if (used.length() <= leftWidth && takesLeft(join.kind())) {
                left.add(operand);
            } else if (used.nextSetBit(0) >= leftWidth && takesRight(join.kind())) {
                right.add(Columns.move(operand, index -> index - leftWidth));
            } else {
                above.add(operand);
            }
        }
        if (left.isEmpty() && right.isEmpty()) {
            return Optional.empty();
        }
        List<Plan> inputs = List.of(Conjunction.filter(join.left(), left), Conjunction.filter(join.right(), right));
        return Optional.of(Conjunction.filter(join.withInputs(inputs), above));
    }

    private static boolean takesLeft(JoinKind kind) {
        return switch (kind) {
            case INNER, LEFT_OUTER, LEFT_SEMI, LEFT_ANTI -> true;
            case INNER_UNIQUE, RIGHT_OUTER, FULL_OUTER -> false;
        };
    }

    private static boolean takesRight(JoinKind kind) {
        return switch (kind) {
            case INNER, INNER_UNIQUE, RIGHT_OUTER -> true;
            case LEFT_OUTER, FULL_OUTER, LEFT_SEMI, LEFT_ANTI -> false;
        };
    }
}

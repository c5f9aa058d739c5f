package io.quarry.engine.expression;

import io.quarry.data.Vector;
import io.quarry.plan.QueryException;
import java.util.List;

/**
 * True if all are. As a filter, an operand sees only the rows for which all before it are true, and cheap operands come
 * first. Should an operand then fail, for rows that the written order may have kept from it, the written order decides.
 */
final class AndEvaluator implements Evaluator {
    private final List<Evaluator> operands;
    private final List<Evaluator> byCost;

    /**
     * @param byCost the operands in the order to try; the same as {@code operands} if their order matters
     */
    AndEvaluator(List<Evaluator> operands, List<Evaluator> byCost) {
        this.operands = operands;
        this.byCost = byCost;
    }

    @Override
    public Vector evaluate(Frame frame) {
        return JunctionEvaluator.evaluate(operands, false, frame);
    }

    @Override
    public Selection select(Frame frame) {
        try {
            return select(byCost, frame);
        } catch (QueryException e) {
            return select(operands, frame);
        }
    }

    private static Selection select(List<Evaluator> operands, Frame frame) {
        Frame live = frame;
        Selection selected = null;
        for (Evaluator operand : operands) {
            Selection inner = operand.select(live);
            if (inner.count() == 0) {
                return Selection.NONE;
            }
            selected = selected == null ? inner : selected.within(inner);
            live = live.narrow(inner);
        }
        return selected == null ? Selection.all(frame.rows()) : selected;
    }
}

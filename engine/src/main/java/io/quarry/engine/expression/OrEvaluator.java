package io.quarry.engine.expression;

import io.quarry.data.Vector;
import java.util.List;

/** True if one is. An operand sees only the rows for which none before it is true. */
final class OrEvaluator implements Evaluator {
    private final List<Evaluator> operands;

    OrEvaluator(List<Evaluator> operands) {
        this.operands = operands;
    }

    @Override
    public Vector evaluate(Frame frame) {
        return JunctionEvaluator.evaluate(operands, true, frame);
    }

    @Override
    public Selection select(Frame frame) {
        Selection selected = Selection.NONE;
        for (Evaluator operand : operands) {
            Selection open = selected.complement(frame.rows());
            if (open.count() == 0) {
                break;
            }
            selected = selected.plus(open.within(operand.select(frame.narrow(open))));
        }
        return selected;
    }
}

package io.quarry.engine.expression;

import io.quarry.data.Vector;
import java.util.List;

/** True if all are. As a filter, an operand sees only the rows for which all before it are true. */
final class AndEvaluator implements Evaluator {
    private final List<Evaluator> operands;

    AndEvaluator(List<Evaluator> operands) {
        this.operands = operands;
    }

    @Override
    public Vector evaluate(Frame frame) {
        return JunctionEvaluator.evaluate(operands, false, frame);
    }

    @Override
    public Selection select(Frame frame) {
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

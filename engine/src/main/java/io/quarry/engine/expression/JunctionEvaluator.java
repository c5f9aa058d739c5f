package io.quarry.engine.expression;

import io.quarry.data.BoolVector;
import io.quarry.data.Vector;
import java.util.Arrays;
import java.util.List;

/**
 * {@code and} and {@code or} as values. An operand is evaluated only for the rows that the ones before it have not decided,
 * in the order written.
 */
final class JunctionEvaluator {
    private JunctionEvaluator() {}

    /** The operands' {@code or} if true decides, their {@code and} if false does. */
    static Vector evaluate(List<Evaluator> operands, boolean decisive, Frame frame) {
        boolean[] values = new boolean[frame.rows()];
        boolean[] nulls = new boolean[frame.rows()];
        Arrays.fill(values, !decisive);
        boolean anyNull = false;
        Selection open = Selection.all(frame.rows());
        for (Evaluator operand : operands) {
            if (open.count() == 0) {
                break;
            }
            BoolVector vector = (BoolVector) operand.evaluate(frame.narrow(open));
            int[] rows = open.rows();
            int[] still = new int[open.count()];
            int count = 0;
            for (int i = 0; i < open.count(); i++) {
                int row = rows[i];
                if (vector.isNull(i)) {
                    nulls[row] = true;
                    anyNull = true;
                    still[count++] = row;
                } else if (vector.at(i) == decisive) {
                    values[row] = decisive;
                    nulls[row] = false;
                } else {
                    still[count++] = row;
                }
            }
            open = new Selection(still, count);
        }
        return BoolVector.of(values, anyNull ? cleared(values, nulls) : null, frame.rows());
    }

    /** A null row's value is false by the vector's contract. */
    private static boolean[] cleared(boolean[] values, boolean[] nulls) {
        for (int i = 0; i < nulls.length; i++) {
            values[i] &= !nulls[i];
        }
        return nulls;
    }
}

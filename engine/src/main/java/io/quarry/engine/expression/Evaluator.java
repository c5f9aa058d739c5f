package io.quarry.engine.expression;

import io.quarry.data.BoolVector;
import io.quarry.data.Vector;

/** A compiled expression. Safe for threads. */
public interface Evaluator {
    /**
     * The value for each row of the frame.
     *
     * @throws io.quarry.plan.QueryException if a function has no answer, with the place of the call
     */
    Vector evaluate(Frame frame);

    /** The rows of the frame for which this condition is true. */
    default Selection select(Frame frame) {
        BoolVector values = (BoolVector) evaluate(frame);
        int[] rows = new int[frame.rows()];
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            rows[count] = row;
            count += values.isTrue(row) ? 1 : 0;
        }
        return new Selection(rows, count);
    }
}

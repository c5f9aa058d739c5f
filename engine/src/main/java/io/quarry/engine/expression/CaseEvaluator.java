package io.quarry.engine.expression;

import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.engine.column.Concatenation;
import java.util.ArrayList;
import java.util.List;

/** The value of the first true condition. Conditions and values are evaluated for the rows that get to them. */
final class CaseEvaluator implements Evaluator {
    private final Type type;
    private final List<Evaluator> conditions;
    private final List<Evaluator> values;
    private final Evaluator otherwise;

    CaseEvaluator(Type type, List<Evaluator> conditions, List<Evaluator> values, Evaluator otherwise) {
        this.type = type;
        this.conditions = conditions;
        this.values = values;
        this.otherwise = otherwise;
    }

    @Override
    public Vector evaluate(Frame frame) {
        if (frame.rows() == 0) {
            return Vector.constant(type, null, 0);
        }
        List<Vector> pieces = new ArrayList<>();
        int[] places = new int[frame.rows()];
        int placed = 0;
        Selection open = Selection.all(frame.rows());
        for (int i = 0; i < conditions.size() && open.count() > 0; i++) {
            Frame rest = frame.narrow(open);
            Selection taken = conditions.get(i).select(rest);
            if (taken.count() > 0) {
                pieces.add(values.get(i).evaluate(rest.narrow(taken)));
                placed = place(open.within(taken), places, placed);
                open = open.within(taken.complement(open.count()));
            }
        }
        if (open.count() > 0) {
            pieces.add(otherwise.evaluate(frame.narrow(open)));
            placed = place(open, places, placed);
        }
        if (pieces.size() == 1) {
            return pieces.get(0);
        }
        return Concatenation.of(type, pieces).take(places, placed);
    }

    /** Notes that the selected rows find their values at {@code from} and after. */
    private static int place(Selection rows, int[] places, int from) {
        int[] selected = rows.rows();
        for (int i = 0; i < rows.count(); i++) {
            places[selected[i]] = from + i;
        }
        return from + rows.count();
    }
}

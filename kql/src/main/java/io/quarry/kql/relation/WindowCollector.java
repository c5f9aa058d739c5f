package io.quarry.kql.relation;

import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import io.quarry.plan.WindowCall;
import io.quarry.plan.WindowFunction;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers the calls of window functions in the expressions of one operator. Each becomes a column of a step below the
 * operator, behind the columns of its input.
 */
public final class WindowCollector {
    private final Relation input;
    private final List<WindowCall> calls = new ArrayList<>();

    public WindowCollector(Relation input) {
        this.input = input;
    }

    /** The input, for expressions whose window functions are gathered here. */
    public Relation row() {
        return input.collecting(this);
    }

    /** The rows that those expressions are to be computed over. */
    public Relation rows() {
        return calls.isEmpty() ? input : input.then(new Plan.Window(input.plan(), List.of(), calls));
    }

    /** The value of a window function; equal ones are computed once. */
    public Expr add(WindowFunction function, List<Expr> arguments) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).function() == function && calls.get(i).arguments().equals(arguments)) {
                return column(i);
            }
        }
        calls.add(new WindowCall("window" + calls.size(), function, arguments));
        return column(calls.size() - 1);
    }

    private Expr column(int index) {
        return new Expr.Column(
                input.schema().size() + index, calls.get(index).field().type());
    }
}

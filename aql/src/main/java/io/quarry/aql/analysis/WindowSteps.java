package io.quarry.aql.analysis;

import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import io.quarry.plan.WindowCall;
import io.quarry.plan.WindowFunction;
import java.util.ArrayList;
import java.util.List;

/** A window step while its calls are gathered; each may use the columns of those before it. */
final class WindowSteps {
    private final Plan input;
    private final List<Expr> partitionKeys;
    private final List<WindowCall> calls = new ArrayList<>();

    WindowSteps(Plan input, List<Expr> partitionKeys) {
        this.input = input;
        this.partitionKeys = partitionKeys;
    }

    /** The column that a call becomes. */
    Expr add(WindowFunction function, Expr... arguments) {
        int index = input.schema().size() + calls.size();
        WindowCall call = new WindowCall("$" + index, function, List.of(arguments));
        calls.add(call);
        return new Expr.Column(index, call.field().type());
    }

    Plan plan() {
        return new Plan.Window(input, partitionKeys, calls);
    }
}

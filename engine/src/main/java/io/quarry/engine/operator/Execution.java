package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.data.Tables;
import io.quarry.engine.run.RunContext;
import io.quarry.plan.Plan;
import java.util.List;
import java.util.Optional;

/** Runs a plan, whose parameters are bound, to its end. */
public final class Execution {
    private Execution() {}

    /**
     * All rows, in order.
     *
     * @throws io.quarry.plan.QueryException if a function has no answer
     * @throws io.quarry.engine.run.StoppedException if the run was stopped or takes too much
     */
    public static List<Batch> run(Plan plan, Tables tables, RunContext context) {
        return held("the result", plan, tables, context).batches();
    }

    /**
     * As {@link #run}, for who releases the rows before the run is over.
     *
     * @param name what the rows are
     */
    static HeldRows held(String name, Plan plan, Tables tables, RunContext context) {
        HeldRows held = new HeldRows(name, plan.schema(), context.memory());
        try (Operator operator = PlanCompiler.compile(plan, tables, context).open(context)) {
            for (Optional<Batch> next = operator.next(); next.isPresent(); next = operator.next()) {
                held.add(next.get());
            }
        }
        return held;
    }
}

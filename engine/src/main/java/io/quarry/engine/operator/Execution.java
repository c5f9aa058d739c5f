package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.data.Tables;
import io.quarry.engine.run.RunContext;
import io.quarry.plan.Plan;
import java.util.ArrayList;
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
        HeldRows held = new HeldRows("the result", plan.schema(), context.memory());
        List<Batch> batches = new ArrayList<>();
        try (Operator operator = PlanCompiler.compile(plan, tables, context).open(context)) {
            for (Optional<Batch> next = operator.next(); next.isPresent(); next = operator.next()) {
                held.add(next.get());
                batches.add(next.get());
            }
        }
        return batches;
    }
}

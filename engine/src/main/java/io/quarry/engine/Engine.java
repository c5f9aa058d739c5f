package io.quarry.engine;

import io.quarry.data.CapacityException;
import io.quarry.data.Tables;
import io.quarry.engine.operator.Execution;
import io.quarry.engine.operator.SubqueryValues;
import io.quarry.engine.rule.Binding;
import io.quarry.engine.rule.Rewriter;
import io.quarry.engine.run.MemoryBudget;
import io.quarry.engine.run.RunContext;
import io.quarry.engine.run.StoppedException;
import io.quarry.engine.run.StoppedException.Reason;
import io.quarry.engine.run.Watch;
import io.quarry.engine.run.Workers;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Parameters;
import io.quarry.plan.Plan;
import io.quarry.plan.Probe;
import java.util.List;
import java.util.stream.IntStream;

/** Runs plans. */
public final class Engine {
    private Engine() {}

    /**
     * The rows of the plan. The same for every number of threads, size of batches and choice of optimizer, in order and to
     * the last bit.
     *
     * @throws io.quarry.plan.QueryException if a function has no answer for a value, with the place of the call
     * @throws io.quarry.engine.run.StoppedException if the run is cancelled, or takes more time or memory than allowed
     */
    public static Result run(Plan plan, Tables tables, RunOptions options) {
        return Watch.over(options.cancelToken(), () -> watched(plan, tables, options));
    }

    private static Result watched(Plan plan, Tables tables, RunOptions options) {
        Plan prepared = prepare(plan, options);
        try (Workers workers = new Workers(options.threads())) {
            RunContext context = new RunContext(
                    options.batchRows(), workers, new MemoryBudget(options.memoryBytes()), options.cancelToken());
            Plan valued = new SubqueryValues(tables, context).in(prepared);
            Plan last = valued.equals(prepared) ? prepared : rewritten(valued, options);
            return new Result(plan.schema(), Execution.run(last, tables, context));
        } catch (CapacityException e) {
            throw new StoppedException(Reason.CAPACITY, e.getMessage() + "; filter earlier or keep fewer columns");
        }
    }

    /** A probe into tables, by runs with those options. */
    public static Probe probe(Tables tables, RunOptions options) {
        return (rows, values) -> {
            List<NamedExpr> keys = IntStream.range(0, values.size())
                    .mapToObj(i -> new NamedExpr("value" + i, values.get(i)))
                    .toList();
            return run(new Plan.Aggregate(rows, keys, List.of()), tables, options)
                    .rows();
        };
    }

    /**
     * The plan rewritten as far as that is possible before the clock is known: what its scans read is what a run reads at
     * most.
     */
    public static Plan rewrite(Plan plan) {
        return Rewriter.rewrite(plan);
    }

    /** The plan as {@link #run} executes it, but for the values of sub-queries: parameters bound and, unless the optimizer is off, rewritten. */
    public static Plan prepare(Plan plan, RunOptions options) {
        return rewritten(Binding.bind(plan, Parameters.NOW, options.now()), options);
    }

    private static Plan rewritten(Plan plan, RunOptions options) {
        return switch (options.optimizer()) {
            case ON -> Rewriter.rewrite(plan);
            case OFF -> plan;
        };
    }
}

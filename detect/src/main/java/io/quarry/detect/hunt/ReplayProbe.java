package io.quarry.detect.hunt;

import io.quarry.data.Tables;
import io.quarry.detect.replay.Replay;
import io.quarry.engine.Engine;
import io.quarry.engine.RunOptions;
import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import io.quarry.plan.Probe;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * A probe that sees what any run of a detection sees. On its platform each run would find the columns of its own rows only;
 * here all runs have the columns of all, and in a run that has no row for a column, the column is null.
 *
 * @param replays how a plan is run over the tables
 * @param options for a value of the clock
 */
record ReplayProbe(Function<Plan, Replay> replays, Tables tables, LongFunction<RunOptions> options) implements Probe {
    @Override
    public List<List<Object>> distinct(Plan rows, List<Expr> values) {
        Replay replay = replays.apply(rows);
        Set<List<Object>> tuples = new LinkedHashSet<>();
        for (long now : replay.runs()) {
            tuples.addAll(Engine.probe(tables, options.apply(now)).distinct(replay.plan(), values));
        }
        return List.copyOf(tuples);
    }
}

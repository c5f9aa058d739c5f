package io.quarry.testing.qt;

import io.quarry.data.Tables;
import io.quarry.engine.Engine;
import io.quarry.engine.RunOptions;
import io.quarry.engine.RunOptions.Optimizer;
import io.quarry.plan.Plan;
import io.quarry.testing.Interpreter;
import io.quarry.testing.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One way to run a plan; all must give the same answer. */
record Configuration(String name, Run run) {
    private static final long NO_CLOCK = 0;

    /** Runs a plan at a query clock. */
    interface Run {
        Rows rows(Plan plan, Tables tables, long clock);
    }

    /** The configuration whose answer becomes the expectation when one is rewritten. */
    static Configuration usual() {
        return engine(RunOptions.at(NO_CLOCK));
    }

    static List<Configuration> all() {
        List<Configuration> all = new ArrayList<>();
        for (Optimizer optimizer : Optimizer.values()) {
            for (int batchRows : new int[] {1024, 7, 2, 1}) {
                for (int threads = 1; threads <= 2; threads++) {
                    all.add(engine(RunOptions.at(NO_CLOCK)
                            .withOptimizer(optimizer)
                            .withBatchRows(batchRows)
                            .withThreads(threads)));
                }
            }
        }
        all.add(new Configuration("interpreter", Interpreter::run));
        return all;
    }

    /** Whether one part of the name, as {@code interpreter} or {@code threads 2}, is this one. */
    boolean isOf(String part) {
        return List.of(name.split(", ")).contains(part);
    }

    private static Configuration engine(RunOptions options) {
        String name = "optimizer " + options.optimizer().name().toLowerCase(Locale.ROOT) + ", batches of "
                + options.batchRows() + ", threads " + options.threads();
        return new Configuration(
                name, (plan, tables, clock) -> Rows.of(Engine.run(plan, tables, options.withNow(clock))));
    }
}

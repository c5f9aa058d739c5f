package io.quarry.testing.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Table;
import io.quarry.data.TableName;
import io.quarry.data.Tables;
import io.quarry.data.Ticks;
import io.quarry.engine.Engine;
import io.quarry.engine.RunOptions;
import io.quarry.engine.RunOptions.Optimizer;
import io.quarry.plan.Plan;
import io.quarry.plan.PlanText;
import io.quarry.plan.QueryException;
import io.quarry.plan.ScalarFunction;
import io.quarry.testing.Interpreter;
import io.quarry.testing.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The engine against the interpreter, on random plans over random tables, under every configuration. {@code -Dquarry.seed=N}
 * repeats one; {@code -Dquarry.plans=N} sets how many are tried.
 */
final class RandomPlanTest {
    private static final long NOW = Ticks.UNIX_EPOCH;

    @Test
    void engineAndInterpreterAgree() {
        forEachSeed(seed -> check(seed, new RandomFunctions(SampleFunctions.ALL, SampleAggregates.ALL), Failures.SAME));
    }

    @Test
    void engineFailsOnlyWhereTheInterpreterDoes() {
        List<ScalarFunction> functions = new ArrayList<>(SampleFunctions.ALL);
        functions.add(SampleFunctions.FAILING);
        forEachSeed(seed -> check(seed, new RandomFunctions(functions, SampleAggregates.ALL), Failures.SAME));
    }

    @Test
    void everyFunctionOfTheRegistryIsTheSameByRowAndByBatch() {
        RandomFunctions registry = RandomFunctions.ofRegistry();
        forEachSeed(seed -> check(seed, registry, Failures.ANY));
    }

    private enum Failures {
        /** The engine may fail only where the interpreter does. */
        SAME,
        /** A batch prepares a constant pattern also where all rows are null, and may find it to be none. */
        ANY
    }

    private interface SeedTest {
        void check(long seed);
    }

    private static void forEachSeed(SeedTest test) {
        Long only = Long.getLong("quarry.seed");
        if (only != null) {
            test.check(only);
            return;
        }
        long first = System.nanoTime();
        for (long seed = first; seed < first + Long.getLong("quarry.plans", 200); seed++) {
            test.check(seed);
        }
    }

    private static void check(long seed, RandomFunctions functions, Failures failures) {
        Random random = new Random(seed);
        RandomTables values = new RandomTables(random);
        Map<TableName, Table> tables = values.make();
        Plan plan = new RandomPlans(random, values, functions, tables).make(1 + random.nextInt(6));
        Optional<List<String>> expected = answer(() -> Interpreter.run(plan, tables::get, NOW));
        for (RunOptions options : configurations()) {
            String repeat = "-Dtest=RandomPlanTest -Dquarry.seed=" + seed + "\n" + options + "\n" + PlanText.of(plan)
                    + "prepared:\n" + PlanText.of(Engine.prepare(plan, options));
            Optional<List<String>> actual = answer(repeat, plan, tables::get, options);
            boolean mayFail = failures == Failures.ANY
                    || options.optimizer() == Optimizer.ON && dropsRows(plan)
                    || looksAhead(plan);
            if (expected.isPresent() && (actual.isPresent() || !mayFail)) {
                assertThat(actual).as(repeat).isEqualTo(expected);
            }
        }
    }

    private static List<RunOptions> configurations() {
        List<RunOptions> configurations = new ArrayList<>();
        for (Optimizer optimizer : Optimizer.values()) {
            for (int batchRows : new int[] {1, 2, 7, 1024}) {
                for (int threads = 1; threads <= 2; threads++) {
                    configurations.add(RunOptions.at(NOW)
                            .withOptimizer(optimizer)
                            .withBatchRows(batchRows)
                            .withThreads(threads));
                }
            }
        }
        return configurations;
    }

    private static Optional<List<String>> answer(String repeat, Plan plan, Tables tables, RunOptions options) {
        try {
            return answer(() -> Rows.of(Engine.run(plan, tables, options)));
        } catch (RuntimeException e) {
            throw new AssertionError(repeat, e);
        }
    }

    /** A filter that was moved below a join or an unnesting may fail for rows that it drops. */
    private static boolean dropsRows(Plan plan) {
        return plan instanceof Plan.Join
                || plan instanceof Plan.Unnest
                || plan.inputs().stream().anyMatch(RandomPlanTest::dropsRows);
    }

    /** A match asks of all rows what it asks of the row alone, also of those that a step never sees. */
    private static boolean looksAhead(Plan plan) {
        return plan instanceof Plan.Match || plan.inputs().stream().anyMatch(RandomPlanTest::looksAhead);
    }

    private interface Run {
        Rows rows();
    }

    /** The rows as text, which tells 0.0 from -0.0; empty if a function had no answer. */
    private static Optional<List<String>> answer(Run run) {
        try {
            return Optional.of(run.rows().rows().stream().map(Arrays::toString).toList());
        } catch (QueryException e) {
            return Optional.empty();
        }
    }
}

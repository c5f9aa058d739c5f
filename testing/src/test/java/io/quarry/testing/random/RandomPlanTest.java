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
        forEachSeed(seed -> check(seed, new RandomFunctions(SampleFunctions.ALL, SampleAggregates.ALL)));
    }

    @Test
    void engineFailsOnlyWhereTheInterpreterDoes() {
        List<ScalarFunction> functions = new ArrayList<>(SampleFunctions.ALL);
        functions.add(SampleFunctions.FAILING);
        forEachSeed(seed -> check(seed, new RandomFunctions(functions, SampleAggregates.ALL)));
    }

    @Test
    void everyFunctionOfTheRegistryIsTheSameByRowAndByBatch() {
        RandomFunctions registry = RandomFunctions.ofRegistry();
        forEachSeed(seed -> check(seed, registry));
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

    private static void check(long seed, RandomFunctions functions) {
        Random random = new Random(seed);
        RandomTables values = new RandomTables(random);
        Map<TableName, Table> tables = values.make();
        Plan plan = new RandomPlans(random, values, functions, tables).make(1 + random.nextInt(6));
        Optional<List<String>> expected = answer(() -> Interpreter.run(plan, tables::get, NOW));
        for (Optimizer optimizer : Optimizer.values()) {
            for (int batchRows : new int[] {1, 2, 7, 1024}) {
                for (int threads = 1; threads <= 2; threads++) {
                    RunOptions options = RunOptions.at(NOW)
                            .withOptimizer(optimizer)
                            .withBatchRows(batchRows)
                            .withThreads(threads);
                    compare(seed, plan, tables::get, options, expected);
                }
            }
        }
    }

    private static void compare(
            long seed, Plan plan, Tables tables, RunOptions options, Optional<List<String>> expected) {
        String repeat = "-Dtest=RandomPlanTest -Dquarry.seed=" + seed + "\n" + options + "\n" + PlanText.of(plan)
                + "prepared:\n" + PlanText.of(Engine.prepare(plan, options));
        Optional<List<String>> actual;
        try {
            actual = answer(() -> Rows.of(Engine.run(plan, tables, options)));
        } catch (RuntimeException e) {
            throw new AssertionError(repeat, e);
        }
        boolean mayFail =
                expected.isEmpty() || actual.isEmpty() && options.optimizer() == Optimizer.ON && hasJoin(plan);
        if (!mayFail) {
            assertThat(actual).as(repeat).isEqualTo(expected);
        }
    }

    /** A filter that was moved below a join may fail for rows that the join drops. */
    private static boolean hasJoin(Plan plan) {
        return plan instanceof Plan.Join || plan.inputs().stream().anyMatch(RandomPlanTest::hasJoin);
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

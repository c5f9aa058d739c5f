package io.quarry.testing.random;

import io.quarry.data.Table;
import io.quarry.data.TableName;
import io.quarry.data.Ticks;
import io.quarry.engine.RunOptions.Optimizer;
import io.quarry.plan.Plan;
import io.quarry.plan.ScalarFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        Seeds.forEach(
                seed -> check(seed, new RandomFunctions(SampleFunctions.ALL, SampleAggregates.ALL), Failures.SAME));
    }

    @Test
    void engineFailsOnlyWhereTheInterpreterDoes() {
        List<ScalarFunction> functions = new ArrayList<>(SampleFunctions.ALL);
        functions.add(SampleFunctions.FAILING);
        Seeds.forEach(seed -> check(seed, new RandomFunctions(functions, SampleAggregates.ALL), Failures.SAME));
    }

    @Test
    void everyFunctionOfTheRegistryIsTheSameByRowAndByBatch() {
        RandomFunctions registry = RandomFunctions.ofRegistry();
        Seeds.forEach(seed -> check(seed, registry, Failures.ANY));
    }

    private enum Failures {
        /** The engine may fail only where the interpreter does. */
        SAME,
        /** A batch prepares a constant pattern also where all rows are null, and may find it to be none. */
        ANY
    }

    private static void check(long seed, RandomFunctions functions, Failures failures) {
        Random random = new Random(seed);
        RandomTables values = new RandomTables(random);
        Map<TableName, Table> tables = values.make();
        Plan plan = new RandomPlans(random, values, functions, tables).make(1 + random.nextInt(6));
        Agreement.check(
                plan,
                tables::get,
                NOW,
                "-Dtest=RandomPlanTest -Dquarry.seed=" + seed,
                options -> failures == Failures.ANY
                        || options.optimizer() == Optimizer.ON && dropsRows(plan)
                        || looksAhead(plan));
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
}

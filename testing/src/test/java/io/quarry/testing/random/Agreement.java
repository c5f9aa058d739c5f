package io.quarry.testing.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Tables;
import io.quarry.engine.Engine;
import io.quarry.engine.RunOptions;
import io.quarry.engine.RunOptions.Optimizer;
import io.quarry.plan.Plan;
import io.quarry.plan.PlanText;
import io.quarry.plan.QueryException;
import io.quarry.testing.Interpreter;
import io.quarry.testing.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The engine under every configuration against the interpreter, on one plan. */
final class Agreement {
    private Agreement() {}

    /** Where the interpreter has an answer, the engine has the same. */
    static void check(Plan plan, Tables tables, long now, String repeat) {
        check(plan, tables, now, repeat, options -> false);
    }

    /**
     * Where the interpreter has an answer, the engine has the same or, where it may, none.
     *
     * @param repeat how to repeat it, for messages
     */
    static void check(Plan plan, Tables tables, long now, String repeat, Predicate<RunOptions> mayFail) {
        Optional<List<String>> expected = answer(() -> Interpreter.run(plan, tables, now));
        for (RunOptions options : configurations(now)) {
            String place = repeat + "\n" + options + "\n" + PlanText.of(plan) + "prepared:\n"
                    + PlanText.of(Engine.prepare(plan, options));
            Optional<List<String>> actual = answer(place, plan, tables, options);
            if (expected.isPresent() && (actual.isPresent() || !mayFail.test(options))) {
                assertThat(actual).as(place).isEqualTo(expected);
            }
        }
    }

    private static List<RunOptions> configurations(long now) {
        List<RunOptions> configurations = new ArrayList<>();
        for (Optimizer optimizer : Optimizer.values()) {
            for (int batchRows : new int[] {1, 2, 7, 1024}) {
                for (int threads = 1; threads <= 2; threads++) {
                    configurations.add(RunOptions.at(now)
                            .withOptimizer(optimizer)
                            .withBatchRows(batchRows)
                            .withThreads(threads));
                }
            }
        }
        return configurations;
    }

    private static Optional<List<String>> answer(String place, Plan plan, Tables tables, RunOptions options) {
        try {
            return answer(() -> Rows.of(Engine.run(plan, tables, options)));
        } catch (RuntimeException e) {
            throw new AssertionError(place, e);
        }
    }

    /** The rows as text, which tells 0.0 from -0.0; empty if a function had no answer. */
    private static Optional<List<String>> answer(Supplier<Rows> run) {
        try {
            return Optional.of(run.get().rows().stream().map(Arrays::toString).toList());
        } catch (QueryException e) {
            return Optional.empty();
        }
    }
}

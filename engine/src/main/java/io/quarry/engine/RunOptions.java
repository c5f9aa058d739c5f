package io.quarry.engine;

import io.quarry.data.Ticks;
import io.quarry.engine.run.CancelToken;
import java.time.Instant;
import java.util.Objects;

/**
 * How to run a plan. Only {@link #now} can change the answer.
 *
 * @param now the query clock, ticks of {@link io.quarry.data.Type#DATETIME}: the value of {@link io.quarry.plan.Parameters#NOW}
 * @param threads at least 1
 * @param batchRows the most rows of a batch, at least 1
 * @param memoryBytes what the run's operators may hold, estimated
 */
public record RunOptions(
        long now, int threads, int batchRows, long memoryBytes, Optimizer optimizer, CancelToken cancelToken) {
    /** Whether rewrite rules are applied. */
    public enum Optimizer {
        ON,
        OFF
    }

    public RunOptions {
        if (threads < 1 || batchRows < 1 || memoryBytes < 1) {
            throw new IllegalArgumentException(
                    "threads " + threads + ", batch rows " + batchRows + ", memory " + memoryBytes);
        }
        Objects.requireNonNull(optimizer, "optimizer");
        Objects.requireNonNull(cancelToken, "cancelToken");
    }

    /** Two threads, batches of 65,536 rows, half of the heap, the optimizer on, never cancelled. */
    public static RunOptions at(long now) {
        long memory = Runtime.getRuntime().maxMemory() / 2;
        return new RunOptions(now, 2, 1 << 16, memory, Optimizer.ON, CancelToken.none());
    }

    /** {@link #at} the machine's clock. */
    public static RunOptions defaults() {
        return at(Ticks.of(Instant.now()));
    }

    public RunOptions withNow(long ticks) {
        return new RunOptions(ticks, threads, batchRows, memoryBytes, optimizer, cancelToken);
    }

    public RunOptions withThreads(int count) {
        return new RunOptions(now, count, batchRows, memoryBytes, optimizer, cancelToken);
    }

    public RunOptions withBatchRows(int rows) {
        return new RunOptions(now, threads, rows, memoryBytes, optimizer, cancelToken);
    }

    public RunOptions withMemoryBytes(long bytes) {
        return new RunOptions(now, threads, batchRows, bytes, optimizer, cancelToken);
    }

    public RunOptions withOptimizer(Optimizer choice) {
        return new RunOptions(now, threads, batchRows, memoryBytes, choice, cancelToken);
    }

    public RunOptions withCancelToken(CancelToken token) {
        return new RunOptions(now, threads, batchRows, memoryBytes, optimizer, token);
    }
}

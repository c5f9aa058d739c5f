package io.quarry.engine.run;

import io.quarry.engine.run.StoppedException.Reason;
import java.time.Duration;

/** Stops runs: by hand, at a deadline, or when the running thread is interrupted. Looked at for every batch and every few milliseconds. Safe for threads. */
public final class CancelToken {
    private static final long NO_DEADLINE = Long.MAX_VALUE;

    private final long deadlineNanos;
    private final Duration limit;
    private volatile boolean cancelled;

    private CancelToken(long deadlineNanos, Duration limit) {
        this.deadlineNanos = deadlineNanos;
        this.limit = limit;
    }

    /** A token without a deadline. */
    public static CancelToken none() {
        return new CancelToken(NO_DEADLINE, Duration.ZERO);
    }

    /** A token whose deadline is that far from now. */
    public static CancelToken after(Duration limit) {
        return new CancelToken(System.nanoTime() + limit.toNanos(), limit);
    }

    public void cancel() {
        cancelled = true;
    }

    /**
     * @throws StoppedException if the runs with this token are to stop
     */
    public void check() {
        if (cancelled || Thread.currentThread().isInterrupted()) {
            throw new StoppedException(Reason.CANCELLED, "the query was cancelled");
        }
        if (deadlineNanos != NO_DEADLINE && System.nanoTime() - deadlineNanos > 0) {
            throw new StoppedException(Reason.TIME, "the query took longer than its limit of " + seconds(limit));
        }
    }

    private static String seconds(Duration duration) {
        return java.math.BigDecimal.valueOf(duration.toMillis(), 3)
                        .stripTrailingZeros()
                        .toPlainString()
                + " s";
    }
}

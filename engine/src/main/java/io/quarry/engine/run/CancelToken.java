package io.quarry.engine.run;

import io.quarry.engine.run.StoppedException.Reason;
import java.time.Duration;

/** Stops runs: by hand, at a deadline, or when the running thread is interrupted. Looked at for every batch and every few milliseconds. Safe for threads. */
public final class CancelToken {
    private static final long NO_DEADLINE = Long.MAX_VALUE;

    private final long deadlineNanos;
    private final String message;
    private volatile boolean cancelled;

    private CancelToken(long deadlineNanos, String message) {
        this.deadlineNanos = deadlineNanos;
        this.message = message;
    }

    /** A token without a deadline. */
    public static CancelToken none() {
        return new CancelToken(NO_DEADLINE, "");
    }

    /** A token whose deadline is that far from now. */
    public static CancelToken after(Duration limit) {
        return after(limit, "the query took longer than its limit of " + seconds(limit));
    }

    /** A token for a query that says itself how long it may run. */
    public static CancelToken asQueryAllows(Duration limit) {
        return after(
                limit, "the query took longer than the " + seconds(limit) + " that it allows itself; it has no result");
    }

    private static CancelToken after(Duration limit, String message) {
        return new CancelToken(System.nanoTime() + limit.toNanos(), message);
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
            throw new StoppedException(Reason.TIME, message);
        }
    }

    private static String seconds(Duration duration) {
        return java.math.BigDecimal.valueOf(duration.toMillis(), 3)
                        .stripTrailingZeros()
                        .toPlainString()
                + " s";
    }
}

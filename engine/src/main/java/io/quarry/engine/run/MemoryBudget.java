package io.quarry.engine.run;

import io.quarry.engine.run.StoppedException.Reason;
import java.util.concurrent.atomic.AtomicLong;

/** The bytes that the operators of a run may hold together. Estimates, not measurements. Safe for threads. */
public final class MemoryBudget {
    private final long limit;
    private final AtomicLong held = new AtomicLong();

    public MemoryBudget(long limit) {
        this.limit = limit;
    }

    /**
     * Counts bytes that an operator is about to hold.
     *
     * @param operator how the error names it: {@code sort}, {@code join (right side)}
     * @throws StoppedException if they are too many
     */
    public void reserve(String operator, long bytes) {
        if (held.addAndGet(bytes) > limit) {
            held.addAndGet(-bytes);
            throw new StoppedException(
                    Reason.MEMORY,
                    "the query needs more memory than its budget of " + megabytes() + " MB: " + operator
                            + " holds too many rows; filter earlier or keep fewer columns");
        }
    }

    /** Gives back what was reserved. */
    public void release(long bytes) {
        held.addAndGet(-bytes);
    }

    private long megabytes() {
        return Math.max(1, limit >> 20);
    }
}

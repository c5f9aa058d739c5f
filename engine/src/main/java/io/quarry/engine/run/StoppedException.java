package io.quarry.engine.run;

/** A run was stopped before its end: not for what the query says, but for what it takes. */
public final class StoppedException extends RuntimeException {
    /** Why a run was stopped. */
    public enum Reason {
        /** The operators would hold more than the run's memory budget. */
        MEMORY,
        /** Something is larger than can be held at once, whatever the memory. */
        CAPACITY,
        TIME,
        CANCELLED
    }

    private final Reason reason;

    public StoppedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

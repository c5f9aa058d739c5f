package io.quarry.engine.run;

/** A run was stopped before its end: not for what the query says, but for what it takes. */
public final class StoppedException extends RuntimeException {
    /** Why a run was stopped. */
    public enum Reason {
        MEMORY,
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

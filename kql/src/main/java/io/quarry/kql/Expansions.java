package io.quarry.kql;

/** Counts the expansions of functions, since a few lines can stand for millions of calls. */
final class Expansions {
    private static final int MOST_CALLS = 2_000;
    private static final int DEEPEST = 50;

    private int calls;
    private int depth;

    /** Begins the expansion of a call; {@link #leave} ends it. False if there were too many, or they are too deep. */
    boolean enter() {
        calls++;
        depth++;
        return calls <= MOST_CALLS && depth <= DEEPEST;
    }

    void leave() {
        depth--;
    }
}

package io.quarry.kql;

import io.quarry.kql.syntax.Statement;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts what variables and functions expand to, since a few lines can stand for millions of steps. */
final class Expansions {
    /** More steps in one plan are refused. */
    static final long MOST_STEPS = 20_000;

    private static final int MOST_CALLS = 2_000;

    private final Deque<Statement.LetFunction> active = new ArrayDeque<>();
    private int calls;

    /** Enters the body of a function; false if that function is being expanded, or too many were. */
    boolean enter(Statement.LetFunction function) {
        if (active.contains(function) || ++calls > MOST_CALLS) {
            return false;
        }
        active.push(function);
        return true;
    }

    void leave() {
        active.pop();
    }

    boolean isActive(Statement.LetFunction function) {
        return active.contains(function);
    }
}

package io.quarry.plan;

import java.util.List;
import java.util.Objects;

/**
 * One step of the sequences that {@link Plan.Match} looks for. Its expressions read the columns of the row at hand, and then
 * those of the state: for each step, in order, the columns of the match.
 *
 * @param condition whether the row belongs to the step
 * @param values for each column of the match its value in the row that comes out and into the state
 */
public record MatchStep(String name, Expr condition, List<Expr> values, Output output) {
    /** Which of the rows that belong to a step come out. */
    public enum Output {
        ALL,
        /** Of rows that follow each other in one sequence only the last. */
        LAST,
        NONE
    }

    public MatchStep {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(condition, "condition");
        values = List.copyOf(values);
        Objects.requireNonNull(output, "output");
    }
}

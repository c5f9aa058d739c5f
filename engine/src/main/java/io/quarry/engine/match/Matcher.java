package io.quarry.engine.match;

import io.quarry.data.Batch;
import io.quarry.data.Vector;
import io.quarry.data.VectorBuilder;
import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import java.util.Arrays;
import java.util.List;

/** Shows rows to the steps of a match and gathers those that come out. One partition after the other; for one thread. */
public final class Matcher {
    /** A sequence that a step holds. */
    private static final class Sequence {
        /** For each step the row that the sequence has there; for later steps what stands where no row is. */
        private final Object[][] state;

        private final long number;

        /** The row of the step that holds the sequence, which comes out once it is known to be the last. */
        private Object[] pending;

        Sequence(Object[][] state, long number) {
            this.state = state;
            this.number = number;
        }
    }

    private final Plan.Match match;
    private final List<StepProgram> steps;
    private final Object[] absent;
    private final List<VectorBuilder> columns;
    private Sequence[] held;
    private long numbers;
    private int rows;
    private int reported;

    public Matcher(Plan.Match match, Batch rows) {
        this.match = match;
        this.steps =
                match.steps().stream().map(step -> new StepProgram(step, rows)).toList();
        this.absent = match.columns().stream()
                .map(column -> ((Expr.Literal) column.expr()).value())
                .toArray();
        this.columns = match.schema().fields().stream()
                .map(field -> Vector.builder(field.type()))
                .toList();
        this.held = new Sequence[steps.size()];
    }

    /** Shows the next row of the partition to the steps, from the last to the first. */
    public void take(int row) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            StepProgram step = steps.get(i);
            if (i > 0 && held[i - 1] != null && step.accepts(row, held[i - 1].state)) {
                finish(i);
                finish(i - 1);
                held[i] = held[i - 1];
                held[i - 1] = null;
                put(row, i);
            } else if (i == 0 || held[i] != null) {
                Object[][] state = held[i] == null ? nothing() : held[i].state;
                if (step.accepts(row, state)) {
                    held[i] = held[i] == null ? new Sequence(state, numbers++) : held[i];
                    put(row, i);
                }
            }
        }
    }

    /** Gives what waits, the furthest sequence first, and forgets everything. */
    public void endPartition() {
        for (int i = steps.size() - 1; i >= 0; i--) {
            finish(i);
        }
        held = new Sequence[steps.size()];
        numbers = 0;
    }

    /** How many values have come out since this was last asked. */
    public long newValues() {
        long values = (long) (rows - reported) * columns.size();
        reported = rows;
        return values;
    }

    /** All rows that came out. */
    public Batch result() {
        return new Batch(
                match.schema(), columns.stream().map(VectorBuilder::build).toList(), rows);
    }

    private Object[][] nothing() {
        Object[][] state = new Object[steps.size()][];
        Arrays.fill(state, absent);
        return state;
    }

    /** Makes the row the latest of the sequence that the step holds. */
    private void put(int row, int step) {
        Sequence sequence = held[step];
        Object[] extended = steps.get(step).extended(row, sequence.state);
        sequence.state[step] = extended;
        switch (steps.get(step).output()) {
            case ALL -> give(extended, sequence.number);
            case LAST -> sequence.pending = extended;
            case NONE -> {}
        }
    }

    private void finish(int step) {
        Sequence sequence = held[step];
        if (sequence != null && sequence.pending != null) {
            give(sequence.pending, sequence.number);
            sequence.pending = null;
        }
    }

    private void give(Object[] row, long number) {
        for (int i = 0; i < row.length; i++) {
            columns.get(i).add(row[i]);
        }
        if (match.number().isPresent()) {
            columns.get(row.length).add(number);
        }
        rows++;
    }
}

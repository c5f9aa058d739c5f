package io.quarry.testing;

import io.quarry.plan.Expr;
import io.quarry.plan.MatchStep;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sequences among the rows of one partition. */
final class MatchRows {
    /** The rows that a sequence has at each step, by step; null for steps that it has not reached. */
    private record Sequence(long number, List<Object[]> rows) {}

    private final Plan.Match match;
    private final long now;
    private final Sequence[] held;

    /** For each step the row that would come out if no other followed it. */
    private final Object[][] waiting;

    private final List<Object[]> result = new ArrayList<>();
    private long sequences;

    MatchRows(Plan.Match match, long now) {
        this.match = match;
        this.now = now;
        this.held = new Sequence[match.steps().size()];
        this.waiting = new Object[match.steps().size()][];
    }

    /** What comes out for these rows. */
    List<Object[]> of(List<Object[]> rows) {
        for (Object[] row : rows) {
            for (int step = held.length - 1; step >= 0; step--) {
                show(row, step);
            }
        }
        for (int step = held.length - 1; step >= 0; step--) {
            giveWaiting(step);
        }
        return result;
    }

    private void show(Object[] row, int step) {
        if (step > 0 && held[step - 1] != null && meets(row, step, held[step - 1])) {
            giveWaiting(step);
            giveWaiting(step - 1);
            held[step] = held[step - 1];
            held[step - 1] = null;
            take(row, step);
        } else if (held[step] != null && meets(row, step, held[step])) {
            take(row, step);
        } else if (held[step] == null && step == 0) {
            Sequence fresh = new Sequence(sequences, new ArrayList<>(Arrays.asList(new Object[held.length][])));
            if (meets(row, step, fresh)) {
                sequences++;
                held[step] = fresh;
                take(row, step);
            }
        }
    }

    private boolean meets(Object[] row, int step, Sequence sequence) {
        return over(row, sequence).isTrue(match.steps().get(step).condition());
    }

    private void take(Object[] row, int step) {
        Object[] values = over(row, held[step]).values(match.steps().get(step).values());
        held[step].rows().set(step, values);
        MatchStep.Output output = match.steps().get(step).output();
        if (output == MatchStep.Output.ALL) {
            give(values, held[step]);
        } else if (output == MatchStep.Output.LAST) {
            waiting[step] = values;
        }
    }

    private void giveWaiting(int step) {
        if (waiting[step] != null) {
            give(waiting[step], held[step]);
            waiting[step] = null;
        }
    }

    private void give(Object[] values, Sequence sequence) {
        List<Object> row = new ArrayList<>(Arrays.asList(values));
        match.number().ifPresent(name -> row.add(sequence.number()));
        result.add(row.toArray());
    }

    /** The row and the state as one row. */
    private ExprInterpreter over(Object[] row, Sequence sequence) {
        List<Object> all = new ArrayList<>(Arrays.asList(row));
        for (Object[] ofStep : sequence.rows()) {
            if (ofStep == null) {
                match.columns().forEach(column -> all.add(((Expr.Literal) column.expr()).value()));
            } else {
                all.addAll(Arrays.asList(ofStep));
            }
        }
        return new ExprInterpreter(all.toArray(), now);
    }
}

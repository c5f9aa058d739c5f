package io.quarry.engine.match;

import io.quarry.data.Batch;
import io.quarry.data.Type;
import io.quarry.plan.Expr;
import io.quarry.plan.MatchStep;
import java.util.ArrayList;
import java.util.List;

/**
 * A step with its expressions compiled. What its condition asks of the row alone is asked first, so that the state is looked
 * at for few rows only.
 */
final class StepProgram {
    private final RowValue ofRow;
    private final RowValue ofState;
    private final List<RowValue> values;
    private final MatchStep.Output output;

    StepProgram(MatchStep step, Batch rows) {
        List<Expr> free = new ArrayList<>();
        List<Expr> bound = new ArrayList<>();
        for (Expr operand : operands(step.condition())) {
            (RowValue.readsState(operand, rows.columns().size()) ? bound : free).add(operand);
        }
        this.ofRow = RowValue.of(all(free), rows);
        this.ofState = RowValue.of(all(bound), rows);
        this.values =
                step.values().stream().map(value -> RowValue.of(value, rows)).toList();
        this.output = step.output();
    }

    private static List<Expr> operands(Expr condition) {
        return condition instanceof Expr.And and ? and.operands() : List.of(condition);
    }

    private static Expr all(List<Expr> conditions) {
        return switch (conditions.size()) {
            case 0 -> new Expr.Literal(Type.BOOL, true);
            case 1 -> conditions.get(0);
            default -> new Expr.And(conditions);
        };
    }

    boolean accepts(int row, Object[][] state) {
        return Boolean.TRUE.equals(ofRow.at(row, state)) && Boolean.TRUE.equals(ofState.at(row, state));
    }

    /** The row as it comes out and into the state. */
    Object[] extended(int row, Object[][] state) {
        Object[] extended = new Object[values.size()];
        for (int i = 0; i < extended.length; i++) {
            extended[i] = values.get(i).at(row, state);
        }
        return extended;
    }

    MatchStep.Output output() {
        return output;
    }
}

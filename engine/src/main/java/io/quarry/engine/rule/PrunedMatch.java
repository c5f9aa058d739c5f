package io.quarry.engine.rule;

import io.quarry.plan.Expr;
import io.quarry.plan.MatchStep;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Which columns of a match are needed, and the match with only these. */
final class PrunedMatch {
    private static final int DROPPED = -1;

    private final Plan.Match match;
    private final int width;
    private final BitSet columns;
    private BitSet used;

    private PrunedMatch(Plan.Match match, BitSet required) {
        this.match = match;
        this.width = match.input().schema().size();
        this.columns = required.get(0, match.columns().size());
        this.used = readBySteps();
    }

    /** @param required the columns that are asked for */
    static PrunedMatch of(Plan.Match match, BitSet required) {
        PrunedMatch pruned = new PrunedMatch(match, required);
        pruned.close();
        return pruned;
    }

    /** A column that a step reads of the state has to be in the state. */
    private void close() {
        int before;
        do {
            before = columns.cardinality();
            for (int i = used.nextSetBit(width); i >= 0; i = used.nextSetBit(i + 1)) {
                columns.set((i - width) % match.columns().size());
            }
            used = readBySteps();
        } while (columns.cardinality() > before);
    }

    private BitSet readBySteps() {
        List<Expr> exprs = new ArrayList<>();
        for (MatchStep step : match.steps()) {
            exprs.add(step.condition());
            columns.stream().mapToObj(step.values()::get).forEach(exprs::add);
        }
        return Columns.used(exprs);
    }

    /** The input's columns that are needed. */
    BitSet ofInput() {
        BitSet ofInput = used.get(0, width);
        ofInput.or(Columns.used(match.partitionKeys()));
        return ofInput;
    }

    /** The index that a column now has, or -1 if it is not needed. */
    int index(int column) {
        return columns.get(column) ? columns.get(0, column).cardinality() : DROPPED;
    }

    /**
     * The match with the needed columns.
     *
     * @param indexes for each column of the input that it had its index in {@code input}
     */
    Plan.Match over(Plan input, int[] indexes, Optional<String> number) {
        int all = match.columns().size();
        int newWidth = input.schema().size();
        int kept = columns.cardinality();
        List<MatchStep> steps = new ArrayList<>();
        for (MatchStep step : match.steps()) {
            List<Expr> values = columns.stream()
                    .mapToObj(column -> moved(step.values().get(column), indexes, newWidth, kept, all))
                    .toList();
            Expr condition = moved(step.condition(), indexes, newWidth, kept, all);
            steps.add(new MatchStep(step.name(), condition, values, step.output()));
        }
        List<Expr> keys = match.partitionKeys().stream()
                .map(key -> Columns.move(key, index -> indexes[index]))
                .toList();
        List<NamedExpr> remembered =
                columns.stream().mapToObj(match.columns()::get).toList();
        return new Plan.Match(input, keys, remembered, steps, number);
    }

    private Expr moved(Expr expr, int[] indexes, int newWidth, int kept, int all) {
        return Columns.move(
                expr,
                index -> index < width
                        ? indexes[index]
                        : newWidth + (index - width) / all * kept + index((index - width) % all));
    }
}

package io.quarry.testing;

import io.quarry.plan.JoinKind;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects the rows of a join, left row by left row. */
final class JoinRows {
    private final Plan.Join join;
    private final List<Object[]> right;
    private final boolean[] isMatched;
    private final List<Object[]> rows = new ArrayList<>();

    JoinRows(Plan.Join join, List<Object[]> right) {
        this.join = join;
        this.right = right;
        this.isMatched = new boolean[right.size()];
    }

    /**
     * @param matches the numbers of the right rows with the left row's key
     */
    void add(Object[] left, List<Integer> matches) {
        matches.forEach(match -> isMatched[match] = true);
        switch (join.kind()) {
            case LEFT_SEMI -> addIf(!matches.isEmpty(), left);
            case LEFT_ANTI -> addIf(matches.isEmpty(), left);
            case LEFT_OUTER, FULL_OUTER -> {
                addPairs(left, matches);
                addIf(matches.isEmpty(), pair(left, null));
            }
            case INNER, INNER_UNIQUE, RIGHT_OUTER -> addPairs(left, matches);
        }
    }

    List<Object[]> all() {
        if (join.kind() == JoinKind.RIGHT_OUTER || join.kind() == JoinKind.FULL_OUTER) {
            for (int i = 0; i < isMatched.length; i++) {
                addIf(!isMatched[i], pair(null, right.get(i)));
            }
        }
        return rows;
    }

    private void addPairs(Object[] left, List<Integer> matches) {
        matches.forEach(match -> rows.add(pair(left, right.get(match))));
    }

    private void addIf(boolean condition, Object[] row) {
        if (condition) {
            rows.add(row);
        }
    }

    private Object[] pair(Object[] left, Object[] rightRow) {
        List<Object> values = new ArrayList<>();
        addAll(values, left, join.left().schema().size());
        addAll(values, rightRow, join.right().schema().size());
        return values.toArray();
    }

    private static void addAll(List<Object> values, Object[] row, int width) {
        Collections.addAll(values, row == null ? new Object[width] : row);
    }
}

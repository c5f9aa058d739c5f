package io.quarry.bench;

import io.quarry.data.Batch;
import io.quarry.engine.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Compares our answer with another engine's before anything is measured. */
public final class Answers {
    private static final double TOLERANCE = 1e-9;

    private Answers() {}

    /**
     * The number of rows, if both have the same, in any order.
     *
     * @throws IllegalStateException naming the first row that differs
     */
    public static int requireEqual(Result ours, List<List<Object>> theirs) {
        List<List<Object>> left = sorted(rowsOf(ours));
        List<List<Object>> right = sorted(theirs);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            List<Object> mine = i < left.size() ? left.get(i) : List.of();
            List<Object> other = i < right.size() ? right.get(i) : List.of();
            if (!sameRow(mine, other)) {
                throw new IllegalStateException("row " + i + " differs: " + mine + " and " + other);
            }
        }
        return left.size();
    }

    private static boolean sameRow(List<Object> mine, List<Object> other) {
        if (mine.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < mine.size(); i++) {
            Object one = mine.get(i);
            Object two = other.get(i);
            boolean isSame = one instanceof Double a && two instanceof Double b
                    ? Math.abs(a - b) <= TOLERANCE * Math.abs(b)
                    : one instanceof Number a && two instanceof Number b
                            ? a.longValue() == b.longValue()
                            : Objects.equals(one, two);
            if (!isSame) {
                return false;
            }
        }
        return true;
    }

    private static List<List<Object>> rowsOf(Result result) {
        List<List<Object>> rows = new ArrayList<>();
        for (Batch batch : result.batches()) {
            for (int row = 0; row < batch.rows(); row++) {
                rows.add(Arrays.asList(batch.row(row)));
            }
        }
        return rows;
    }

    private static List<List<Object>> sorted(List<List<Object>> rows) {
        return rows.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }
}

package io.quarry.functions.pattern;

import io.quarry.data.ValueSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Weighted rows. In each column values are numbered in order of first appearance; equal values, nulls among
 * them, have one number.
 */
final class CodedRows {
    private static final int BYTES_OF_ROW = 40;
    private static final int BYTES_OF_ENTRY = 80;

    private final List<int[]> rows = new ArrayList<>();
    private final List<Long> weights = new ArrayList<>();
    private final List<Map<Object, Integer>> codes = new ArrayList<>();
    private final List<List<Object>> values = new ArrayList<>();
    private long bytes;

    void add(List<?> row, long weight) {
        while (codes.size() < row.size()) {
            codes.add(new HashMap<>());
            values.add(new ArrayList<>());
        }
        int[] coded = new int[row.size()];
        for (int column = 0; column < coded.length; column++) {
            coded[column] = code(column, row.get(column));
        }
        rows.add(coded);
        weights.add(weight);
        bytes += BYTES_OF_ROW + 4L * coded.length;
    }

    private int code(int column, Object value) {
        List<Object> known = values.get(column);
        Integer code = codes.get(column).putIfAbsent(value, known.size());
        if (code != null) {
            return code;
        }
        known.add(value);
        bytes += BYTES_OF_ENTRY + ValueSize.of(value);
        return known.size() - 1;
    }

    /** Adds rows that come after those added so far. */
    void addAll(CodedRows later) {
        for (int i = 0; i < later.size(); i++) {
            List<Object> row = new ArrayList<>();
            int[] coded = later.rows.get(i);
            for (int column = 0; column < coded.length; column++) {
                row.add(later.value(column, coded[column]));
            }
            add(row, later.weight(i));
        }
    }

    int size() {
        return rows.size();
    }

    /** How many columns the longest row has; 0 without rows. */
    int width() {
        return codes.size();
    }

    /** The numbers of a row's values; not to be changed. */
    int[] row(int index) {
        return rows.get(index);
    }

    long weight(int index) {
        return weights.get(index);
    }

    /** How many values a column has. */
    int values(int column) {
        return values.get(column).size();
    }

    Object value(int column, int code) {
        return values.get(column).get(code);
    }

    /** What the rows hold, estimated. */
    long bytes() {
        return bytes;
    }
}

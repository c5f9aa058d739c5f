package io.quarry.engine.expression;

/** Some rows of a frame: {@code rows[0..count)}, ascending. The array is not changed any more. */
public record Selection(int[] rows, int count) {
    static final Selection NONE = new Selection(new int[0], 0);

    /** The first {@code count} rows: all of a frame of that size. */
    static Selection all(int count) {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = i;
        }
        return new Selection(rows, count);
    }

    /** The rows of a frame of {@code size} rows that are not in this selection. */
    Selection complement(int size) {
        int[] others = new int[size - count];
        int next = 0;
        int taken = 0;
        for (int row = 0; row < size; row++) {
            if (taken < count && rows[taken] == row) {
                taken++;
            } else {
                others[next++] = row;
            }
        }
        return new Selection(others, next);
    }

    /** A selection of the frame narrowed to this selection, as one of the frame itself. */
    Selection within(Selection inner) {
        int[] composed = new int[inner.count];
        for (int i = 0; i < inner.count; i++) {
            composed[i] = rows[inner.rows[i]];
        }
        return new Selection(composed, inner.count);
    }

    /** The rows of both; the two have no row in common. */
    Selection plus(Selection other) {
        int[] merged = new int[count + other.count];
        int a = 0;
        int b = 0;
        for (int i = 0; i < merged.length; i++) {
            boolean mine = b == other.count || a < count && rows[a] < other.rows[b];
            merged[i] = mine ? rows[a++] : other.rows[b++];
        }
        return new Selection(merged, merged.length);
    }
}

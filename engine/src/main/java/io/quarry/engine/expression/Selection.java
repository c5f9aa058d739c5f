package io.quarry.engine.expression;

/**
 * Some rows of a frame, ascending: their numbers, or a bit for each row of the frame. Of bits the numbers are made when
 * somebody asks for them, which a count of the rows does not. For one thread.
 */
public final class Selection {
    static final Selection NONE = new Selection(new int[0], 0);

    private final long[] bits;
    private final int count;
    private int[] rows;

    /**
     * @param rows {@code rows[0..count)} are selected; not changed any more
     */
    Selection(int[] rows, int count) {
        this.bits = null;
        this.count = count;
        this.rows = rows;
    }

    /**
     * @param bits row {@code i} is bit {@code i % 64} of word {@code i / 64}; not changed any more
     * @param count how many bits are set
     */
    Selection(long[] bits, int count) {
        this.bits = bits;
        this.count = count;
    }

    /** The first {@code count} rows: all of a frame of that size. */
    static Selection all(int count) {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = i;
        }
        return new Selection(rows, count);
    }

    /** How many rows. */
    int count() {
        return count;
    }

    /** The rows are {@code rows()[0..count)}; not to be changed, perhaps longer. */
    int[] rows() {
        if (rows == null) {
            rows = rowsOf(bits, count);
        }
        return rows;
    }

    private static int[] rowsOf(long[] bits, int count) {
        int[] rows = new int[count];
        int next = 0;
        for (int word = 0; word < bits.length; word++) {
            for (long left = bits[word]; left != 0; left &= left - 1) {
                rows[next++] = word * Long.SIZE + Long.numberOfTrailingZeros(left);
            }
        }
        return rows;
    }

    /** The rows of a frame of {@code size} rows that are not in this selection. */
    Selection complement(int size) {
        int[] selected = rows();
        int[] others = new int[size - count];
        int next = 0;
        int taken = 0;
        for (int row = 0; row < size; row++) {
            if (taken < count && selected[taken] == row) {
                taken++;
            } else {
                others[next++] = row;
            }
        }
        return new Selection(others, next);
    }

    /** A selection of the frame narrowed to this selection, as one of the frame itself. */
    Selection within(Selection inner) {
        int[] outerRows = rows();
        int[] innerRows = inner.rows();
        int[] composed = new int[inner.count];
        for (int i = 0; i < inner.count; i++) {
            composed[i] = outerRows[innerRows[i]];
        }
        return new Selection(composed, inner.count);
    }

    /** The rows of both; the two have no row in common. */
    Selection plus(Selection other) {
        int[] mine = rows();
        int[] theirs = other.rows();
        int[] merged = new int[count + other.count];
        int a = 0;
        int b = 0;
        for (int i = 0; i < merged.length; i++) {
            boolean isMine = b == other.count || a < count && mine[a] < theirs[b];
            merged[i] = isMine ? mine[a++] : theirs[b++];
        }
        return new Selection(merged, merged.length);
    }
}

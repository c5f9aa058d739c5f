package io.quarry.engine.window;

import java.util.Arrays;

/**
 * Rows in partitions. The <em>places</em> 0, 1, 2... go through the rows of the first partition in their order, then through
 * those of the second one, and so on.
 */
public final class Partitions {
    private final int[] rows;
    private final int[] starts;

    private Partitions(int[] rows, int[] starts) {
        this.rows = rows;
        this.starts = starts;
    }

    /**
     * @param partitionOfRow from 0 to {@code count - 1}
     */
    public static Partitions of(int[] partitionOfRow, int count) {
        int[] starts = new int[count + 1];
        for (int partition : partitionOfRow) {
            starts[partition + 1]++;
        }
        for (int i = 0; i < count; i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = Arrays.copyOf(starts, count);
        int[] rows = new int[partitionOfRow.length];
        for (int row = 0; row < rows.length; row++) {
            rows[next[partitionOfRow[row]]++] = row;
        }
        return new Partitions(rows, starts);
    }

    /** How many partitions there are. */
    public int count() {
        return starts.length - 1;
    }

    /** How many rows there are, of all partitions. */
    int rows() {
        return rows.length;
    }

    /** The first place of a partition. */
    public int start(int partition) {
        return starts[partition];
    }

    /** The place after the last one of a partition. */
    public int end(int partition) {
        return starts[partition + 1];
    }

    /** The row at a place. */
    public int row(int place) {
        return rows[place];
    }
}

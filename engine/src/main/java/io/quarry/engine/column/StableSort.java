package io.quarry.engine.column;

/** Merge sort of row numbers: no boxing, equal rows stay in order. */
final class StableSort {
    private static final int SHORT = 16;

    private final RowComparator comparator;
    private final int[] spare;

    private StableSort(RowComparator comparator, int length) {
        this.comparator = comparator;
        this.spare = new int[length];
    }

    static void sort(int[] rows, RowComparator comparator) {
        new StableSort(comparator, rows.length).sort(rows, 0, rows.length);
    }

    private void sort(int[] rows, int from, int to) {
        if (to - from <= SHORT) {
            insert(rows, from, to);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(rows, from, middle);
        sort(rows, middle, to);
        if (comparator.compare(rows[middle - 1], rows[middle]) > 0) {
            merge(rows, from, middle, to);
        }
    }

    private void insert(int[] rows, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int row = rows[i];
            int place = i;
            while (place > from && comparator.compare(rows[place - 1], row) > 0) {
                rows[place] = rows[place - 1];
                place--;
            }
            rows[place] = row;
        }
    }

    private void merge(int[] rows, int from, int middle, int to) {
        System.arraycopy(rows, from, spare, from, middle - from);
        int left = from;
        int right = middle;
        for (int next = from; left < middle; next++) {
            boolean takesLeft = right == to || comparator.compare(spare[left], rows[right]) <= 0;
            rows[next] = takesLeft ? spare[left++] : rows[right++];
        }
    }
}

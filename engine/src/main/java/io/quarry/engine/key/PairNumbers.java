package io.quarry.engine.key;

/**
 * Numbers distinct pairs of numbers 0, 1, 2... in order of first appearance. Where a good part of all possible pairs occur
 * they are found in a matrix, else in a hash table.
 */
final class PairNumbers {
    /** So many cells of a matrix take about as much memory as a pair in a hash table. */
    private static final long CELLS_OF_PAIR = 12;

    private static final long FEW_CELLS = 1 << 14;

    /** One more than the number of the pair {@code first, second} at {@code first * width + second}, 0 for none. */
    private int[] matrix = new int[0];

    private int height;
    private int width;
    private int sizeOfMatrix;

    /** The pairs while there is no matrix, else null. */
    private LongNumbers table;

    /**
     * Replaces the first number of each row's pair by the number of the pair; new pairs get new numbers.
     *
     * @param firstCount above all of {@code firsts}, now and before
     * @param secondCount the same for {@code seconds}
     */
    void add(int[] firsts, int firstCount, int[] seconds, int secondCount, int rows) {
        makeRoom(firstCount, secondCount);
        for (int row = 0; row < rows; row++) {
            int first = firsts[row];
            int second = seconds[row];
            firsts[row] = table == null ? addToMatrix(first, second) : table.add(pair(first, second));
        }
    }

    /**
     * The numbers here of all pairs of the other, by their numbers there; as if they were added in that order.
     *
     * @param firsts what the other's first numbers are here, like {@code seconds}; the counts are those of {@link #add}
     */
    int[] addAll(PairNumbers other, int[] firsts, int firstCount, int[] seconds, int secondCount) {
        long[] theirs = other.pairs();
        int[] numbers = new int[theirs.length];
        int[] translatedSeconds = new int[theirs.length];
        for (int i = 0; i < theirs.length; i++) {
            numbers[i] = firsts[(int) (theirs[i] >>> Integer.SIZE)];
            translatedSeconds[i] = seconds[(int) theirs[i]];
        }
        add(numbers, firstCount, translatedSeconds, secondCount, theirs.length);
        return numbers;
    }

    private int addToMatrix(int first, int second) {
        int cell = first * width + second;
        if (matrix[cell] == 0) {
            matrix[cell] = ++sizeOfMatrix;
        }
        return matrix[cell] - 1;
    }

    /** The number of the pair, or {@link KeyColumn#ABSENT}. Both numbers are below the counts of the last addition, or absent. */
    int find(int first, int second) {
        if (first == KeyColumn.ABSENT || second == KeyColumn.ABSENT) {
            return KeyColumn.ABSENT;
        }
        return table == null ? matrix[first * width + second] - 1 : table.find(pair(first, second));
    }

    int size() {
        return table == null ? sizeOfMatrix : table.size();
    }

    private void makeRoom(int firstCount, int secondCount) {
        if (table == null && firstCount <= height && secondCount <= width) {
            return;
        }
        int newHeight = powerOfTwo(firstCount);
        int newWidth = powerOfTwo(secondCount);
        if ((long) newHeight * newWidth <= Math.max(FEW_CELLS, CELLS_OF_PAIR * size())) {
            toMatrix(newHeight, newWidth);
        } else if (table == null) {
            toTable();
        }
    }

    private void toMatrix(int newHeight, int newWidth) {
        long[] pairs = pairs();
        height = newHeight;
        width = newWidth;
        matrix = new int[height * width];
        sizeOfMatrix = 0;
        for (long pair : pairs) {
            addToMatrix((int) (pair >>> Integer.SIZE), (int) pair);
        }
        table = null;
    }

    private void toTable() {
        long[] pairs = pairs();
        table = new LongNumbers();
        for (long pair : pairs) {
            table.add(pair);
        }
        matrix = new int[0];
    }

    /** All pairs, by number. */
    private long[] pairs() {
        if (table != null) {
            return table.keys();
        }
        long[] pairs = new long[sizeOfMatrix];
        for (int cell = 0; cell < matrix.length; cell++) {
            if (matrix[cell] > 0) {
                pairs[matrix[cell] - 1] = pair(cell / width, cell % width);
            }
        }
        return pairs;
    }

    private static int powerOfTwo(int count) {
        return count <= 1 ? 1 : Integer.highestOneBit(count - 1) << 1;
    }

    private static long pair(int first, int second) {
        return (long) first << Integer.SIZE | second;
    }
}

package io.quarry.functions.pattern;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * Looks for a pattern around a row, the seed: beginning with all its values, columns are given up one by one, each time that
 * one without which the pattern is best. The best pattern on that way is what is found.
 */
final class SeededSearch {
    private final FrequentRows rows;
    private final double sizeWeight;

    /** For each row, in how many of the pattern's columns it differs from the seed, and the sum of the numbers of these. */
    private final int[] misses;

    private final long[] missed;

    /** @param sizeWeight from 0 to 1: how much the rows of a pattern count, against its columns */
    SeededSearch(FrequentRows rows, double sizeWeight) {
        this.rows = rows;
        this.sizeWeight = sizeWeight;
        this.misses = new int[rows.size()];
        this.missed = new long[rows.size()];
    }

    /** The weighted geometric mean of a pattern's part of the rows and its part of the columns. */
    double score(Pattern pattern) {
        return score(pattern.count(), pattern.size());
    }

    private double score(long count, int size) {
        return StrictMath.pow((double) count / rows.total(), sizeWeight)
                * StrictMath.pow((double) size / rows.width(), 1 - sizeWeight);
    }

    /** The best pattern found around a row. */
    Pattern around(int seed) {
        int[] codes = new int[rows.width()];
        Arrays.fill(misses, 0);
        Arrays.fill(missed, 0);
        for (int column = 0; column < codes.length; column++) {
            codes[column] = rows.code(seed, column);
            if (codes[column] != Pattern.ANY) {
                count(seed, column, 1);
            }
        }
        Pattern best = new Pattern(codes.clone(), countWithout(codes.length)[codes.length]);
        for (int size = best.size() - 1; size > 0; size--) {
            long[] counts = countWithout(codes.length);
            int dropped = largest(counts, codes);
            long count = counts[dropped] + counts[codes.length];
            count(seed, dropped, -1);
            codes[dropped] = Pattern.ANY;
            if (score(count, size) > score(best)) {
                best = new Pattern(codes.clone(), count);
            }
        }
        return best;
    }

    /** Enters a column of the pattern for each row, or takes it away. */
    private void count(int seed, int column, int sign) {
        int code = rows.code(seed, column);
        for (int row = 0; row < misses.length; row++) {
            if (rows.code(row, column) != code) {
                misses[row] += sign;
                missed[row] += (long) sign * column;
            }
        }
    }

    /** For each column the weight of the rows that differ from the pattern in it alone; last, of those that do not differ. */
    private long[] countWithout(int width) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
        long[] counts = new long[width + 1];
        for (int row = 0; row < misses.length; row++) {
            if (misses[row] == 0) {
                counts[width] += rows.weight(row);
            } else if (misses[row] == 1) {
                counts[(int) missed[row]] += rows.weight(row);
            }
        }
        return counts;
    }

    /** The pattern's column with the largest count, the last of several. */
    private static int largest(long[] counts, int[] codes) {
        int largest = -1;
        for (int column = 0; column < codes.length; column++) {
            boolean isIn = codes[column] != Pattern.ANY;
            if (isIn && (largest < 0 || counts[column] >= counts[largest])) {
                largest = column;
            }
        }
        return largest;
    }
}

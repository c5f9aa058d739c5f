package io.quarry.functions.pattern;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The rows that have certain values.
 *
 * @param codes for each column the number of its value, or {@link #ANY}
 * @param count the weight of the rows
 */
record Pattern(int[] codes, long count) {
    /** Stands in a column that may have any value. */
    static final int ANY = -1;

    /**
     * The order of the platform's answers: by the count times the number of columns with a value, falling. Of equal ones that
     * with the larger count is first, then that whose first different value was seen first.
     */
    static final Comparator<Pattern> BY_WEIGHT = Comparator.comparingLong((Pattern pattern) -> -pattern.weight())
            .thenComparingLong(pattern -> -pattern.count)
            .thenComparing(Pattern::codes, Arrays::compareUnsigned);

    /** How many columns have a value. */
    int size() {
        return (int) Arrays.stream(codes).filter(code -> code != ANY).count();
    }

    /** For each column whether it has a value. */
    List<Object> isSet() {
        return Arrays.stream(codes).<Object>mapToObj(code -> code != ANY).toList();
    }

    /** True if all rows of another pattern have the values of this one. */
    boolean covers(Pattern other) {
        for (int column = 0; column < codes.length; column++) {
            if (codes[column] != ANY && codes[column] != other.codes[column]) {
                return false;
            }
        }
        return true;
    }

    private long weight() {
        return count * size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pattern pattern && count == pattern.count && Arrays.equals(codes, pattern.codes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(codes);
    }
}

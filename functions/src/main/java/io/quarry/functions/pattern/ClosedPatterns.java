package io.quarry.functions.pattern;

import io.quarry.data.CapacityException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Finds the frequent patterns of which none can be made narrower without losing rows. Such a pattern is what the rows with a
 * few values have in common; columns that follow from those few do not count against the most columns of a pattern.
 */
final class ClosedPatterns {
    /** More would be no answer that anyone reads. */
    private static final int MOST = 500_000;

    private final FrequentRows rows;
    private final long dimensions;
    private final Set<Pattern> patterns = new LinkedHashSet<>();

    private ClosedPatterns(FrequentRows rows, long dimensions) {
        this.rows = rows;
        this.dimensions = dimensions;
    }

    /**
     * The patterns, each once, in no order to speak of.
     *
     * @param dimensions the most values that make a pattern
     * @throws CapacityException if there are more than can be held
     */
    static Collection<Pattern> in(FrequentRows rows, long dimensions) {
        ClosedPatterns found = new ClosedPatterns(rows, dimensions);
        if (rows.total() > 0) {
            found.search(rows.places(), 0, 0);
        }
        return found.patterns;
    }

    /**
     * Finds the patterns of some rows and of the parts of them.
     *
     * @param depth how many values the rows were chosen by
     * @param from the first column that may choose further
     */
    private void search(int[] places, int depth, int from) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
        Pattern common = rows.common(places);
        if (common.size() > 0) {
            patterns.add(common);
        }
        if (patterns.size() > MOST) {
            throw CapacityException.ofNumber(MOST, "frequent patterns");
        }
        for (int column = from; column < rows.width() && depth < dimensions; column++) {
            if (common.codes()[column] == Pattern.ANY) {
                for (int[] part : rows.split(places, column)) {
                    search(part, depth + 1, column + 1);
                }
            }
        }
    }
}

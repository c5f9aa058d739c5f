package io.quarry.functions.pattern;

import io.quarry.functions.GrowingState;
import io.quarry.processor.Aggregate;
import java.util.List;

/** The frequent patterns of a group's rows, which {@code evaluate basket} gives. */
@Aggregate(
        kql = "frequent patterns",
        doc = "Patterns [count, percent, whether each column has a value, the values] of weighted rows.",
        source = "Kusto Query Language reference, basket plugin; the order is that of its printed answers")
final class FrequentPatterns implements GrowingState {
    private final CodedRows rows = new CodedRows();
    private double leastPart;
    private long mostDimensions;

    /**
     * @param row an array; a column that it is too short for has no frequent value
     * @param weight counts as nothing where it is negative
     * @param threshold the least part of the whole weight that is frequent
     * @param dimensions the most values that make a pattern
     */
    void add(Object row, long weight, double threshold, long dimensions) {
        rows.add(row instanceof List<?> values ? values : List.of(), Math.max(0, weight));
        leastPart = threshold;
        mostDimensions = dimensions;
    }

    void merge(FrequentPatterns later) {
        rows.addAll(later.rows);
        if (later.rows.size() > 0) {
            leastPart = later.leastPart;
            mostDimensions = later.mostDimensions;
        }
    }

    Object result() {
        FrequentRows frequent = new FrequentRows(rows, leastPart);
        return frequent.described(ClosedPatterns.in(frequent, mostDimensions));
    }

    @Override
    public long bytes() {
        return rows.bytes();
    }
}

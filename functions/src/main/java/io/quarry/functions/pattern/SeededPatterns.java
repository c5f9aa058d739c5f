package io.quarry.functions.pattern;

import io.quarry.functions.GrowingState;
import io.quarry.processor.Aggregate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Patterns that are good ones by their rows and columns, which {@code evaluate autocluster} gives. */
@Aggregate(
        kql = "seeded patterns",
        doc = "Patterns [count, percent, whether each column has a value, the values] around some of weighted rows.",
        source = "Kusto Query Language reference, autocluster plugin")
final class SeededPatterns implements GrowingState {
    private final CodedRows rows = new CodedRows();
    private double sizes;
    private long mostSeeds;

    /**
     * @param row an array; a column that it is too short for has no frequent value
     * @param weight counts as nothing where it is negative
     * @param sizeWeight from 0 to 1: how much the rows of a pattern count, against its columns
     * @param seeds around how many rows to look at most
     */
    void add(Object row, long weight, double sizeWeight, long seeds) {
        rows.add(row instanceof List<?> values ? values : List.of(), Math.max(0, weight));
        sizes = sizeWeight;
        mostSeeds = seeds;
    }

    void merge(SeededPatterns later) {
        rows.addAll(later.rows);
        if (later.rows.size() > 0) {
            sizes = later.sizes;
            mostSeeds = later.mostSeeds;
        }
    }

    Object result() {
        FrequentRows distinct = new FrequentRows(rows, 0);
        SeededSearch search = new SeededSearch(distinct, sizes);
        Set<Pattern> found = new LinkedHashSet<>();
        if (distinct.total() > 0 && distinct.width() > 0) {
            seeds(distinct).forEach(seed -> found.add(search.around(seed)));
        }
        return distinct.described(best(found, search));
    }

    /** Rows at even distances by weight, beginning with the middle of the first. */
    private Set<Integer> seeds(FrequentRows distinct) {
        Set<Integer> seeds = new LinkedHashSet<>();
        double distance = (double) distinct.total() / mostSeeds;
        double taken = 0;
        long passed = 0;
        for (int row = 0; row < distinct.size() && distance > 0; row++) {
            passed += distinct.weight(row);
            double due = Math.ceil(passed / distance - 0.5);
            if (due > taken) {
                seeds.add(row);
                taken = due;
            }
        }
        return seeds;
    }

    /** The patterns without those that a better one covers, or that cover a better one. */
    private static List<Pattern> best(Set<Pattern> found, SeededSearch search) {
        List<Pattern> best = new ArrayList<>();
        found.stream()
                .filter(pattern -> pattern.size() > 0)
                .sorted(Comparator.comparingDouble((Pattern pattern) -> -search.score(pattern)))
                .filter(pattern -> best.stream().noneMatch(better -> better.covers(pattern) || pattern.covers(better)))
                .forEach(best::add);
        return best;
    }

    @Override
    public long bytes() {
        return rows.bytes();
    }
}

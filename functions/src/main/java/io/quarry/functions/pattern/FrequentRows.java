package io.quarry.functions.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of weighted rows may be part of a frequent pattern: in each column the frequent values are numbered anew, in their old
 * order, all others are {@link Pattern#ANY}; rows that are equal then are one.
 */
final class FrequentRows {
    private final CodedRows all;
    private final double threshold;
    private final long total;
    private final int[][] frequent;
    private final int[][] columns;
    private final long[] weights;

    /** @param threshold the least part of the whole weight that is frequent */
    FrequentRows(CodedRows all, double threshold) {
        this.all = all;
        this.threshold = threshold;
        long sum = 0;
        for (int row = 0; row < all.size(); row++) {
            sum += all.weight(row);
        }
        this.total = sum;
        this.frequent = new int[all.width()][];
        for (int column = 0; column < frequent.length; column++) {
            frequent[column] = frequent(column);
        }
        Map<Key, long[]> merged = merged();
        this.weights = merged.values().stream().mapToLong(weight -> weight[0]).toArray();
        this.columns = new int[frequent.length][weights.length];
        int place = 0;
        for (Key row : merged.keySet()) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][place] = row.codes[column];
            }
            place++;
        }
    }

    /** The old numbers of a column's frequent values, rising. */
    private int[] frequent(int column) {
        long[] counts = new long[all.values(column)];
        for (int row = 0; row < all.size(); row++) {
            if (column < all.row(row).length) {
                counts[all.row(row)[column]] += all.weight(row);
            }
        }
        List<Integer> codes = new ArrayList<>();
        for (int code = 0; code < counts.length; code++) {
            if (isFrequent(counts[code])) {
                codes.add(code);
            }
        }
        return codes.stream().mapToInt(Integer::intValue).toArray();
    }

    private Map<Key, long[]> merged() {
        Map<Key, long[]> merged = new LinkedHashMap<>();
        for (int row = 0; row < all.size(); row++) {
            int[] old = all.row(row);
            int[] codes = new int[frequent.length];
            for (int column = 0; column < codes.length; column++) {
                boolean isThere = column < old.length;
                codes[column] = isThere
                        ? Math.max(Pattern.ANY, Arrays.binarySearch(frequent[column], old[column]))
                        : Pattern.ANY;
            }
            merged.computeIfAbsent(new Key(codes), absent -> new long[1])[0] += all.weight(row);
        }
        return merged;
    }

    /** A row as a key. */
    private record Key(int[] codes) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(codes, key.codes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(codes);
        }
    }

    private boolean isFrequent(long count) {
        return count > 0 && (double) count / total >= threshold;
    }

    /** The weight of all rows. */
    long total() {
        return total;
    }

    int width() {
        return columns.length;
    }

    /** Patterns in their order, each as an array: count, percent, whether each column has a value, the values. */
    List<Object> described(Collection<Pattern> patterns) {
        List<Object> described = new ArrayList<>();
        patterns.stream()
                .sorted(Pattern.BY_WEIGHT)
                .forEach(pattern -> described.add(
                        List.of(pattern.count(), 100.0 * pattern.count() / total, pattern.isSet(), values(pattern))));
        return described;
    }

    private List<Object> values(Pattern pattern) {
        List<Object> values = new ArrayList<>();
        for (int column = 0; column < columns.length; column++) {
            int code = pattern.codes()[column];
            values.add(code == Pattern.ANY ? null : all.value(column, frequent[column][code]));
        }
        return values;
    }

    /** How many different rows there are. */
    int size() {
        return weights.length;
    }

    long weight(int place) {
        return weights[place];
    }

    /** The number of a row's value in a column. */
    int code(int place, int column) {
        return columns[column][place];
    }

    /** The places of all rows. */
    int[] places() {
        int[] places = new int[weights.length];
        Arrays.setAll(places, place -> place);
        return places;
    }

    /** The values that rows have in common, and their weight. */
    Pattern common(int[] places) {
        int[] common = new int[columns.length];
        for (int column = 0; column < common.length; column++) {
            common[column] = common(columns[column], places);
        }
        long count = 0;
        for (int place : places) {
            count += weights[place];
        }
        return new Pattern(common, count);
    }

    private static int common(int[] column, int[] places) {
        int common = places.length == 0 ? Pattern.ANY : column[places[0]];
        for (int place : places) {
            if (column[place] != common) {
                return Pattern.ANY;
            }
        }
        return common;
    }

    /** Rows by their values in a column; without those whose value is not frequent among them. */
    List<int[]> split(int[] places, int column) {
        int[] codes = columns[column];
        int[] sizes = new int[frequent[column].length];
        long[] counts = new long[sizes.length];
        for (int place : places) {
            if (codes[place] != Pattern.ANY) {
                sizes[codes[place]]++;
                counts[codes[place]] += weights[place];
            }
        }
        int[][] parts = new int[sizes.length][];
        for (int code = 0; code < sizes.length; code++) {
            parts[code] = isFrequent(counts[code]) ? new int[sizes[code]] : null;
        }
        int[] filled = new int[sizes.length];
        for (int place : places) {
            int code = codes[place];
            if (code != Pattern.ANY && parts[code] != null) {
                parts[code][filled[code]++] = place;
            }
        }
        return Arrays.stream(parts).filter(part -> part != null).toList();
    }
}

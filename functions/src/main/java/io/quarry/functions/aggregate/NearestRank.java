package io.quarry.functions.aggregate;

/** The nearest-rank percentile. */
final class NearestRank {
    private NearestRank() {}

    /** The index of the percentile among {@code size} sorted values: the smallest that leaves enough at or below it. */
    static int index(int size, double percent) {
        int rank = (int) Math.ceil(percent / 100 * size);
        return Math.max(1, Math.min(size, rank)) - 1;
    }
}

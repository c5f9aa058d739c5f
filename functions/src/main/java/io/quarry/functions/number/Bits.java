package io.quarry.functions.number;

import io.quarry.processor.Scalar;

/** Whole numbers as 64 bits. */
final class Bits {
    private static final String SOURCE = "Kusto Query Language reference, Binary functions";

    private Bits() {}

    @Scalar(kql = "binary_and", doc = "Bitwise and.", example = "binary_and(6, 3) -> 2", source = SOURCE)
    static long and(long left, long right) {
        return left & right;
    }

    @Scalar(kql = "binary_or", doc = "Bitwise or.", example = "binary_or(6, 3) -> 7", source = SOURCE)
    static long or(long left, long right) {
        return left | right;
    }

    @Scalar(kql = "binary_xor", doc = "Bitwise exclusive or.", example = "binary_xor(6, 3) -> 5", source = SOURCE)
    static long xor(long left, long right) {
        return left ^ right;
    }

    @Scalar(kql = "binary_not", doc = "All bits turned over.", example = "binary_not(100) -> -101", source = SOURCE)
    static long not(long number) {
        return ~number;
    }

    @Scalar(
            kql = "binary_shift_left",
            doc = "The bits moved up by the count modulo 64.",
            example = "binary_shift_left(1, 4) -> 16",
            source = SOURCE)
    static long shiftLeft(long number, long count) {
        return number << Math.floorMod(count, 64L);
    }

    @Scalar(
            kql = "binary_shift_right",
            doc = "The bits moved down by the count modulo 64; the sign stays.",
            example = "binary_shift_right(-8, 1) -> -4",
            source = SOURCE)
    static long shiftRight(long number, long count) {
        return number >> Math.floorMod(count, 64L);
    }

    @Scalar(
            kql = "bitset_count_ones",
            doc = "Number of bits that are set.",
            example = "bitset_count_ones(42) -> 3",
            source = SOURCE)
    static long countOnes(long number) {
        return Long.bitCount(number);
    }
}

package io.quarry.functions.aql;

import io.quarry.processor.Scalar;

/** Numbers and bits. Integers are 64 bits wide and wrap; division by zero gives null. */
final class Arithmetic {
    private static final String SOURCE =
            "AQL data calculation and formatting functions; Bitwise operators in AQL queries";

    private Arithmetic() {}

    @Scalar(aql = "+", doc = "Sum.", example = "1 + 2 -> 3", source = SOURCE)
    static long add(long left, long right) {
        return left + right;
    }

    @Scalar(aql = "+", doc = "Sum.", source = SOURCE)
    static double add(double left, double right) {
        return left + right;
    }

    @Scalar(aql = "-", doc = "Difference.", example = "1 - 2 -> -1", source = SOURCE)
    static long subtract(long left, long right) {
        return left - right;
    }

    @Scalar(aql = "-", doc = "Difference.", source = SOURCE)
    static double subtract(double left, double right) {
        return left - right;
    }

    @Scalar(aql = "*", doc = "Product.", example = "2 * 3 -> 6", source = SOURCE)
    static long multiply(long left, long right) {
        return left * right;
    }

    @Scalar(aql = "*", doc = "Product.", source = SOURCE)
    static double multiply(double left, double right) {
        return left * right;
    }

    @Scalar(aql = "/", doc = "Quotient of integers, cut towards zero.", example = "7 / 2 -> 3", source = SOURCE)
    static Long divide(long left, long right) {
        return right == 0 ? null : (Long) (left / right);
    }

    @Scalar(aql = "/", doc = "Quotient.", example = "7.0 / 2.0 -> 3.5", source = SOURCE)
    static Double divide(double left, double right) {
        return right == 0 ? null : (Double) (left / right);
    }

    @Scalar(
            aql = "%",
            doc = "What division leaves, with the sign of the left side.",
            example = "7 % 4 -> 3",
            source = SOURCE)
    static Long remainder(long left, long right) {
        return right == 0 ? null : (Long) (left % right);
    }

    @Scalar(aql = "%", doc = "What division leaves.", source = SOURCE)
    static Double remainder(double left, double right) {
        return right == 0 ? null : (Double) (left % right);
    }

    @Scalar(aql = "^", doc = "Power; not exclusive or.", example = "2 ^ 3 -> 8", source = SOURCE)
    static long power(long left, long right) {
        if (right < 0) {
            return (long) Math.pow(left, right);
        }
        long power = 1;
        long square = left;
        for (long rest = right; rest > 0; rest >>= 1) {
            power *= (rest & 1) == 1 ? square : 1;
            square *= square;
        }
        return power;
    }

    @Scalar(aql = "^", doc = "Power.", source = SOURCE)
    static double power(double left, double right) {
        return Math.pow(left, right);
    }

    @Scalar(aql = "&", doc = "Bits set on both sides.", example = "12 & 10 -> 8", source = SOURCE)
    static long bitAnd(long left, long right) {
        return left & right;
    }

    @Scalar(aql = "|", doc = "Bits set on either side.", example = "12 | 10 -> 14", source = SOURCE)
    static long bitOr(long left, long right) {
        return left | right;
    }

    @Scalar(aql = "#", doc = "Bits set on one side only.", example = "12 # 10 -> 6", source = SOURCE)
    static long bitXor(long left, long right) {
        return left ^ right;
    }

    @Scalar(aql = "~", doc = "All bits changed.", example = "~ 0 -> -1", source = SOURCE)
    static long complement(long operand) {
        return ~operand;
    }

    @Scalar(aql = "<<", doc = "Bits moved to the left.", example = "1 << 4 -> 16", source = SOURCE)
    static long shiftLeft(long left, long right) {
        return left << right;
    }

    @Scalar(aql = ">>", doc = "Bits moved to the right, keeping the sign.", example = "16 >> 4 -> 1", source = SOURCE)
    static long shiftRight(long left, long right) {
        return left >> right;
    }

    @Scalar(
            aql = ">>>",
            doc = "Bits moved to the right, filling with zero.",
            example = "16 >>> 4 -> 1",
            source = SOURCE)
    static long shiftRightUnsigned(long left, long right) {
        return left >>> right;
    }
}

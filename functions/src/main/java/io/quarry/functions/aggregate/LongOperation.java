package io.quarry.functions.aggregate;

import io.quarry.data.LongVector;

/** Associative operations of two whole numbers. Each has a loop of its own, so that none calls anything for a row. */
enum LongOperation {
    SUM(0) {
        @Override
        long fold(long left, long right) {
            return left + right;
        }

        @Override
        void fold(long[] values, boolean[] isFilled, int[] groups, LongVector vector, int rows) {
            for (int row = 0; row < rows; row++) {
                values[groups[row]] += vector.at(row);
                isFilled[groups[row]] = true;
            }
        }
    },

    MIN(Long.MAX_VALUE) {
        @Override
        long fold(long left, long right) {
            return Math.min(left, right);
        }

        @Override
        void fold(long[] values, boolean[] isFilled, int[] groups, LongVector vector, int rows) {
            for (int row = 0; row < rows; row++) {
                values[groups[row]] = Math.min(values[groups[row]], vector.at(row));
                isFilled[groups[row]] = true;
            }
        }
    },

    MAX(Long.MIN_VALUE) {
        @Override
        long fold(long left, long right) {
            return Math.max(left, right);
        }

        @Override
        void fold(long[] values, boolean[] isFilled, int[] groups, LongVector vector, int rows) {
            for (int row = 0; row < rows; row++) {
                values[groups[row]] = Math.max(values[groups[row]], vector.at(row));
                isFilled[groups[row]] = true;
            }
        }
    },

    AND(-1) {
        @Override
        long fold(long left, long right) {
            return left & right;
        }

        @Override
        void fold(long[] values, boolean[] isFilled, int[] groups, LongVector vector, int rows) {
            for (int row = 0; row < rows; row++) {
                values[groups[row]] &= vector.at(row);
                isFilled[groups[row]] = true;
            }
        }
    },

    OR(0) {
        @Override
        long fold(long left, long right) {
            return left | right;
        }

        @Override
        void fold(long[] values, boolean[] isFilled, int[] groups, LongVector vector, int rows) {
            for (int row = 0; row < rows; row++) {
                values[groups[row]] |= vector.at(row);
                isFilled[groups[row]] = true;
            }
        }
    },

    XOR(0) {
        @Override
        long fold(long left, long right) {
            return left ^ right;
        }

        @Override
        void fold(long[] values, boolean[] isFilled, int[] groups, LongVector vector, int rows) {
            for (int row = 0; row < rows; row++) {
                values[groups[row]] ^= vector.at(row);
                isFilled[groups[row]] = true;
            }
        }
    };

    private final long neutral;

    LongOperation(long neutral) {
        this.neutral = neutral;
    }

    /** What leaves every other operand as it is. */
    long neutral() {
        return neutral;
    }

    abstract long fold(long left, long right);

    /** Folds the value of each row, none of which may be null, into its group's, which then is filled. */
    abstract void fold(long[] values, boolean[] isFilled, int[] groups, LongVector vector, int rows);
}

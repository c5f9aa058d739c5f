package io.quarry.functions;

import io.quarry.data.CapacityException;
import io.quarry.data.Vector;
import java.util.concurrent.CancellationException;

/** What the written loops over batches share. */
public final class BatchLoop {
    private BatchLoop() {}

    /**
     * Ends a loop over values that may be long, once the thread is interrupted; looks at every 64th row.
     *
     * @throws CancellationException if the thread is interrupted
     */
    public static void stopIfInterrupted(int row) {
        if ((row & 63) == 63 && Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the thread was interrupted");
        }
    }

    public static boolean anyNull(Object[] arguments) {
        for (Object argument : arguments) {
            if (argument == null) {
                return true;
            }
        }
        return false;
    }

    public static boolean anyNull(Vector[] vectors, int row) {
        for (Vector vector : vectors) {
            if (vector.isNull(row)) {
                return true;
            }
        }
        return false;
    }

    public static boolean noNulls(Vector[] vectors) {
        for (Vector vector : vectors) {
            if (!vector.noNulls()) {
                return false;
            }
        }
        return true;
    }

    public static boolean allConstant(Vector[] vectors) {
        for (Vector vector : vectors) {
            if (!vector.isConstant()) {
                return false;
            }
        }
        return true;
    }

    /** The boxed values of one row. */
    public static Object[] row(Vector[] vectors, int row) {
        Object[] values = new Object[vectors.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = vectors[i].value(row);
        }
        return values;
    }

    /**
     * The length of the texts of a batch with one more, which may be null.
     *
     * @throws CapacityException if that is more than a batch can hold
     */
    public static long lengthWith(long length, String text) {
        return text == null ? length : CapacityException.requireRoom(length, text);
    }

    /** Marks a row as null; {@code nulls} is null until the first is marked. */
    public static boolean[] mark(boolean[] nulls, int row, int rows) {
        boolean[] marks = nulls == null ? new boolean[rows] : nulls;
        marks[row] = true;
        return marks;
    }
}

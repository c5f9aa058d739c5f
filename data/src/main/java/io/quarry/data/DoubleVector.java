package io.quarry.data;

/** Double-precision numbers: {@link Type#REAL}. */
public final class DoubleVector implements Vector {
    private final double[] values;
    private final boolean[] nulls;
    private final int size;
    private final int mask;

    private DoubleVector(double[] values, boolean[] nulls, int size, int mask) {
        this.values = values;
        this.nulls = nulls;
        this.size = size;
        this.mask = mask;
    }

    /**
     * A vector over the first {@code size} elements, which the caller must not change any more.
     *
     * @param nulls true where a row is null; null if no row is
     */
    public static DoubleVector of(double[] values, boolean[] nulls, int size) {
        return new DoubleVector(values, nulls, size, -1);
    }

    public static DoubleVector constant(Double value, int size) {
        return new DoubleVector(
                new double[] {value == null ? 0 : value}, value == null ? new boolean[] {true} : null, size, 0);
    }

    /** The value; 0 where the row is null. */
    public double at(int row) {
        return values[row & mask];
    }

    @Override
    public Type type() {
        return Type.REAL;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean noNulls() {
        return nulls == null;
    }

    @Override
    public boolean isNull(int row) {
        return nulls != null && nulls[row & mask];
    }

    @Override
    public Double value(int row) {
        return isNull(row) ? null : at(row);
    }

    @Override
    public boolean isConstant() {
        return mask == 0;
    }

    @Override
    public Vector take(int[] rows, int count) {
        double[] taken = new double[count];
        boolean[] takenNulls = null;
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            if (row < 0 || isNull(row)) {
                if (takenNulls == null) {
                    takenNulls = new boolean[count];
                }
                takenNulls[i] = true;
            } else {
                taken[i] = values[row & mask];
            }
        }
        return new DoubleVector(taken, takenNulls, count, -1);
    }
}

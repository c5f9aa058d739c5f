package io.quarry.data;

/** Truth values. */
public final class BoolVector implements Vector {
    private final boolean[] values;
    private final boolean[] nulls;
    private final int size;
    private final int mask;

    private BoolVector(boolean[] values, boolean[] nulls, int size, int mask) {
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
    public static BoolVector of(boolean[] values, boolean[] nulls, int size) {
        return new BoolVector(values, nulls, size, -1);
    }

    public static BoolVector constant(Boolean value, int size) {
        return new BoolVector(
                new boolean[] {value != null && value}, value == null ? new boolean[] {true} : null, size, 0);
    }

    /** The value; false where the row is null. */
    public boolean at(int row) {
        return values[row & mask];
    }

    /** True where the row is true, not false and not null. */
    public boolean isTrue(int row) {
        int i = row & mask;
        return values[i] && (nulls == null || !nulls[i]);
    }

    @Override
    public Type type() {
        return Type.BOOL;
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
    public Boolean value(int row) {
        return isNull(row) ? null : at(row);
    }

    @Override
    public boolean isConstant() {
        return mask == 0;
    }

    @Override
    public Vector take(int[] rows, int count) {
        boolean[] taken = new boolean[count];
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
        return new BoolVector(taken, takenNulls, count, -1);
    }
}

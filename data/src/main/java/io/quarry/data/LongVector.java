package io.quarry.data;

/** 64-bit integers: the values of {@link Type#INT}, {@link Type#LONG}, {@link Type#DATETIME} and {@link Type#TIMESPAN}. */
public final class LongVector implements Vector {
    private final Type type;
    private final long[] values;
    private final boolean[] nulls;
    private final int size;
    private final int mask;

    private LongVector(Type type, long[] values, boolean[] nulls, int size, int mask) {
        if (!type.isLongBacked()) {
            throw new IllegalArgumentException("not held as long: " + type);
        }
        this.type = type;
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
    public static LongVector of(Type type, long[] values, boolean[] nulls, int size) {
        return new LongVector(type, values, nulls, size, -1);
    }

    public static LongVector constant(Type type, Long value, int size) {
        return new LongVector(
                type, new long[] {value == null ? 0 : value}, value == null ? new boolean[] {true} : null, size, 0);
    }

    /** The value; 0 where the row is null. */
    public long at(int row) {
        return values[row & mask];
    }

    @Override
    public Type type() {
        return type;
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
    public Long value(int row) {
        return isNull(row) ? null : at(row);
    }

    @Override
    public boolean isConstant() {
        return mask == 0;
    }

    @Override
    public Vector take(int[] rows, int count) {
        long[] taken = new long[count];
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
        return new LongVector(type, taken, takenNulls, count, -1);
    }
}

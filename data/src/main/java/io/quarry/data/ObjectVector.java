package io.quarry.data;

/** Values that are objects: {@link Type#DECIMAL}, {@link Type#GUID} and {@link Type#DYNAMIC}. */
public final class ObjectVector implements Vector {
    private final Type type;
    private final Object[] values;
    private final int size;
    private final int mask;

    private ObjectVector(Type type, Object[] values, int size, int mask) {
        this.type = type;
        this.values = values;
        this.size = size;
        this.mask = mask;
    }

    /** A vector over the first {@code size} elements (null is null), which the caller must not change any more. */
    public static ObjectVector of(Type type, Object[] values, int size) {
        return new ObjectVector(type, values, size, -1);
    }

    public static ObjectVector constant(Type type, Object value, int size) {
        return new ObjectVector(type, new Object[] {value}, size, 0);
    }

    /** The value, or null. */
    public Object at(int row) {
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
        return false;
    }

    @Override
    public boolean isNull(int row) {
        return values[row & mask] == null;
    }

    @Override
    public Object value(int row) {
        return values[row & mask];
    }

    @Override
    public boolean isConstant() {
        return mask == 0;
    }

    @Override
    public Vector take(int[] rows, int count) {
        Object[] taken = new Object[count];
        for (int i = 0; i < count; i++) {
            taken[i] = rows[i] < 0 ? null : values[rows[i] & mask];
        }
        return new ObjectVector(type, taken, count, -1);
    }
}

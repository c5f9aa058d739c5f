package io.quarry.data;

/**
 * One column of a batch: {@link #size} values of one type, each possibly null. Immutable once built, so free to share
 * between threads.
 *
 * <p>A <em>constant</em> vector stores one value for all rows. Loops need not know: {@code at(row)} of the concrete
 * classes answers for every row.
 */
public sealed interface Vector permits BoolVector, LongVector, DoubleVector, TextVector, ObjectVector {
    Type type();

    int size();

    /** True if no row is null; false if some may be. */
    boolean noNulls();

    boolean isNull(int row);

    /** The boxed value ({@link Type#boxed}), or null. For the edges of the engine, not for loops. */
    Object value(int row);

    /** True if one stored value stands for all rows. */
    boolean isConstant();

    /** The rows at {@code rows[0..count)}, in that order; a row of -1 gives null. */
    Vector take(int[] rows, int count);

    /** A vector of {@code size} rows that all hold {@code value} (null allowed). */
    static Vector constant(Type type, Object value, int size) {
        return switch (type) {
            case BOOL -> BoolVector.constant((Boolean) value, size);
            case INT, LONG, DATETIME, TIMESPAN -> LongVector.constant(type, (Long) value, size);
            case REAL -> DoubleVector.constant((Double) value, size);
            case STRING -> TextVector.constant((String) value, size);
            case DECIMAL, GUID, DYNAMIC -> ObjectVector.constant(type, value, size);
        };
    }

    /** An empty builder of vectors of that type. */
    static VectorBuilder builder(Type type) {
        return VectorBuilder.of(type);
    }
}

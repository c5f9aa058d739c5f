package io.quarry.engine.column;

import io.quarry.data.BoolVector;
import io.quarry.data.DoubleVector;
import io.quarry.data.LongVector;
import io.quarry.data.ObjectVector;
import io.quarry.data.TextVector;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.plan.SortKey;
import java.math.BigDecimal;
import java.util.UUID;

/** Compares two rows by number. */
interface RowComparator {
    int compare(int left, int right);

    /** Rows by the values of one vector, in the key's direction. */
    static RowComparator of(Vector values, SortKey.Direction direction, SortKey.Nulls nulls) {
        RowComparator ascending = withoutNulls(values, nulls == SortKey.Nulls.FIRST, direction);
        if (values.noNulls()) {
            return ascending;
        }
        int nullFirst = nulls == SortKey.Nulls.FIRST ? -1 : 1;
        return (left, right) -> {
            boolean leftNull = values.isNull(left);
            boolean rightNull = values.isNull(right);
            if (leftNull || rightNull) {
                return leftNull == rightNull ? 0 : leftNull ? nullFirst : -nullFirst;
            }
            return ascending.compare(left, right);
        };
    }

    private static RowComparator withoutNulls(Vector values, boolean nanFirst, SortKey.Direction direction) {
        int sign = direction == SortKey.Direction.ASCENDING ? 1 : -1;
        return switch (values.type()) {
            case BOOL ->
                (left, right) ->
                        sign * Boolean.compare(((BoolVector) values).at(left), ((BoolVector) values).at(right));
            case INT, LONG, DATETIME, TIMESPAN ->
                (left, right) -> sign * Long.compare(((LongVector) values).at(left), ((LongVector) values).at(right));
            case REAL ->
                (left, right) ->
                        compare(((DoubleVector) values).at(left), ((DoubleVector) values).at(right), nanFirst, sign);
            case STRING -> {
                int[] ranks = TextRanks.of((TextVector) values);
                yield (left, right) -> sign * Integer.compare(ranks[left], ranks[right]);
            }
            case DECIMAL ->
                (left, right) -> sign
                        * ((BigDecimal) ((ObjectVector) values).at(left))
                                .compareTo((BigDecimal) ((ObjectVector) values).at(right));
            case GUID ->
                (left, right) -> sign
                        * compare((UUID) ((ObjectVector) values).at(left), (UUID) ((ObjectVector) values).at(right));
            case DYNAMIC ->
                (left, right) -> {
                    throw new IllegalArgumentException("no order among values of type " + Type.DYNAMIC);
                };
        };
    }

    /** NaN stays at the end where null is, whatever the direction. */
    private static int compare(double left, double right, boolean nanFirst, int sign) {
        boolean leftNan = Double.isNaN(left);
        boolean rightNan = Double.isNaN(right);
        if (leftNan || rightNan) {
            return leftNan == rightNan ? 0 : leftNan == nanFirst ? -1 : 1;
        }
        return left < right ? -sign : left > right ? sign : 0;
    }

    /** The order of the written form. */
    private static int compare(UUID left, UUID right) {
        int high = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
    }
}

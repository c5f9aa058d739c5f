package io.quarry.testing;

import io.quarry.plan.SortKey;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The order of rows by sort keys. */
final class Order {
    private Order() {}

    /**
     * @param left for each key its value
     */
    static int compare(List<SortKey> keys, Object[] left, Object[] right) {
        for (int i = 0; i < keys.size(); i++) {
            int order = compare(keys.get(i), left[i], right[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Nulls at the end that the key says, NaN next to them, all others in the key's direction. */
    private static int compare(SortKey key, Object left, Object right) {
        int leftOddity = oddity(left);
        int rightOddity = oddity(right);
        if (leftOddity > 0 || rightOddity > 0) {
            int order = Integer.compare(leftOddity, rightOddity);
            return key.nulls() == SortKey.Nulls.LAST ? order : -order;
        }
        int order = compare(left, right);
        return key.direction() == SortKey.Direction.ASCENDING ? order : -order;
    }

    private static int oddity(Object value) {
        return value == null ? 2 : value instanceof Double number && number.isNaN() ? 1 : 0;
    }

    private static int compare(Object left, Object right) {
        if (left instanceof String text) {
            return Arrays.compareUnsigned(
                    text.getBytes(StandardCharsets.UTF_8), ((String) right).getBytes(StandardCharsets.UTF_8));
        }
        if (left instanceof Double number) {
            double other = (Double) right;
            return number < other ? -1 : number > other ? 1 : 0;
        }
        if (left instanceof Long number) {
            return number.compareTo((Long) right);
        }
        if (left instanceof Boolean truth) {
            return truth.compareTo((Boolean) right);
        }
        if (left instanceof BigDecimal decimal) {
            return decimal.compareTo((BigDecimal) right);
        }
        if (left instanceof UUID uuid) {
            return uuid.toString().compareTo(right.toString());
        }
        throw new IllegalArgumentException("no order among values of " + left.getClass());
    }
}

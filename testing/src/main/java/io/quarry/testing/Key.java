package io.quarry.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Values as a key: null equals null, NaN equals NaN, 0.0 equals -0.0, 1 equals 1.00 among decimals. */
final class Key {
    private Key() {}

    static Object of(Object[] values) {
        List<Object> key = new ArrayList<>();
        for (Object value : values) {
            key.add(normal(value));
        }
        return key;
    }

    private static Object normal(Object value) {
        if (value instanceof Double number && number == 0) {
            return 0.0;
        }
        return value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value;
    }
}

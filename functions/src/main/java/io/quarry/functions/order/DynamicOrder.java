package io.quarry.functions.order;

import io.quarry.data.Dynamic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Equality and order of dynamic values. Numbers are compared by value, whatever their kind; a number and a text are never
 * equal. In order, values of different kinds stand apart: numbers, truth values, spans, points in time, texts, ids, arrays,
 * bags, and null before all.
 */
public final class DynamicOrder {
    private static final int DIGITS_OF_LONG = 19;

    private DynamicOrder() {}

    public static boolean equal(Object left, Object right) {
        return canonical(left).equals(canonical(right));
    }

    /** A value that equals those of all values equal to this one, by {@code equals} and {@code hashCode}. Null is allowed inside. */
    public static Object canonical(Object value) {
        if (value instanceof Double real && real == Math.rint(real) && Math.abs(real) < 0x1p63) {
            return real.longValue();
        }
        if (value instanceof BigDecimal decimal) {
            return canonicalDecimal(decimal);
        }
        if (value instanceof List<?> array) {
            List<Object> elements = new ArrayList<>(array.size());
            array.forEach(element -> elements.add(canonical(element)));
            return elements;
        }
        if (value instanceof Map<?, ?> bag) {
            Map<Object, Object> entries = new LinkedHashMap<>();
            bag.forEach((key, element) -> entries.put(key, canonical(element)));
            return entries;
        }
        return value;
    }

    /** A long where it is one, a real where it is exactly one, else the decimal itself. */
    private static Object canonicalDecimal(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        boolean isShort = stripped.precision() - (long) stripped.scale() <= DIGITS_OF_LONG;
        if (stripped.scale() <= 0 && isShort && stripped.toBigInteger().bitLength() < Long.SIZE) {
            return stripped.longValue();
        }
        double real = stripped.doubleValue();
        boolean isReal = !Double.isInfinite(real) && new BigDecimal(real).compareTo(stripped) == 0;
        return isReal ? (Object) real : stripped;
    }

    /** Negative, zero or positive as the left value stands before, beside or after the right one; null comes first. */
    public static int compare(Object left, Object right) {
        int byKind = Integer.compare(kind(left), kind(right));
        if (byKind != 0 || left == null) {
            return byKind;
        }
        if (left instanceof Number a && right instanceof Number b) {
            return compareNumbers(a, b);
        }
        if (left instanceof Dynamic.DateTime a && right instanceof Dynamic.DateTime b) {
            return Long.compare(a.ticks(), b.ticks());
        }
        if (left instanceof Dynamic.TimeSpan a && right instanceof Dynamic.TimeSpan b) {
            return Long.compare(a.ticks(), b.ticks());
        }
        if (left instanceof String a && right instanceof String b) {
            return TextOrder.compare(a, b);
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return Boolean.compare(a, b);
        }
        return left instanceof UUID a && right instanceof UUID b ? GuidOrder.compare(a, b) : 0;
    }

    private static int compareNumbers(Number left, Number right) {
        if (left instanceof Long a && right instanceof Long b) {
            return Long.compare(a, b);
        }
        double a = left.doubleValue();
        double b = right.doubleValue();
        if (Double.isNaN(a) || Double.isNaN(b) || Double.isInfinite(a) || Double.isInfinite(b)) {
            return Boolean.compare(!Double.isNaN(a), !Double.isNaN(b)) != 0
                    ? Boolean.compare(!Double.isNaN(a), !Double.isNaN(b))
                    : Double.compare(a, b);
        }
        return decimal(left).compareTo(decimal(right));
    }

    private static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        return number instanceof Long whole ? BigDecimal.valueOf(whole) : new BigDecimal(number.doubleValue());
    }

    private static int kind(Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof Number) {
            return 1;
        }
        if (value instanceof Boolean) {
            return 2;
        }
        if (value instanceof Dynamic.TimeSpan) {
            return 3;
        }
        if (value instanceof Dynamic.DateTime) {
            return 4;
        }
        if (value instanceof String) {
            return 5;
        }
        if (value instanceof UUID) {
            return 6;
        }
        return value instanceof List ? 7 : 8;
    }
}

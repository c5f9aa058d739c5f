package io.quarry.engine.key;

import io.quarry.data.BoolVector;
import io.quarry.data.DoubleVector;
import io.quarry.data.LongVector;
import io.quarry.data.ObjectVector;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers the distinct values of one key column 0, 1, 2... in order of first appearance; null is a value. NaN equals NaN,
 * 0.0 equals -0.0, and decimals are equal whatever their scale.
 */
abstract class KeyColumn {
    static final int ABSENT = -1;

    /**
     * Writes the number of each row's value; new values get new numbers.
     *
     * @param numbers at least as long as there are rows
     */
    abstract void add(Vector values, int[] numbers);

    /**
     * The number here of each value of another column of the same type, by its number there; as if they were added in that
     * order.
     */
    abstract int[] addAll(KeyColumn other);

    /** The number of each row's value, {@link #ABSENT} for values never added. Safe for threads while nobody adds. */
    abstract int[] find(Vector values);

    /** How many values have a number. */
    abstract int size();

    static KeyColumn of(Type type) {
        return switch (type) {
            case BOOL -> new Longs((vector, row) -> ((BoolVector) vector).at(row) ? 1 : 0);
            case INT, LONG, DATETIME, TIMESPAN -> new Longs((vector, row) -> ((LongVector) vector).at(row));
            case REAL -> new Longs((vector, row) -> bits(((DoubleVector) vector).at(row)));
            case STRING -> new TextKeyColumn();
            case GUID, DYNAMIC -> new Objects();
            case DECIMAL -> new Decimals();
        };
    }

    private static long bits(double value) {
        return Double.doubleToLongBits(value == 0 ? 0.0 : value);
    }

    private interface Reader {
        long read(Vector vector, int row);
    }

    private static final class Longs extends KeyColumn {
        private final LongNumbers numbers = new LongNumbers();
        private final Reader reader;

        Longs(Reader reader) {
            this.reader = reader;
        }

        @Override
        void add(Vector values, int[] result) {
            for (int row = 0; row < values.size(); row++) {
                result[row] = values.isNull(row) ? numbers.addNull() : numbers.add(reader.read(values, row));
            }
        }

        @Override
        int[] addAll(KeyColumn other) {
            return numbers.addAll(((Longs) other).numbers);
        }

        @Override
        int size() {
            return numbers.size();
        }

        @Override
        int[] find(Vector values) {
            int[] result = new int[values.size()];
            for (int row = 0; row < result.length; row++) {
                result[row] = values.isNull(row) ? numbers.findNull() : numbers.find(reader.read(values, row));
            }
            return result;
        }
    }

    private static class Objects extends KeyColumn {
        private final Map<Object, Integer> numbers = new HashMap<>();

        @Override
        void add(Vector values, int[] result) {
            for (int row = 0; row < values.size(); row++) {
                result[row] = number(key(((ObjectVector) values).at(row)));
            }
        }

        @Override
        int[] addAll(KeyColumn other) {
            Object[] keys = new Object[other.size()];
            ((Objects) other).numbers.forEach((key, number) -> keys[number] = key);
            return Arrays.stream(keys).mapToInt(this::number).toArray();
        }

        private int number(Object key) {
            Integer next = numbers.size();
            Integer known = numbers.putIfAbsent(key, next);
            return known == null ? next : known;
        }

        @Override
        int size() {
            return numbers.size();
        }

        @Override
        int[] find(Vector values) {
            int[] result = new int[values.size()];
            for (int row = 0; row < result.length; row++) {
                result[row] = numbers.getOrDefault(key(((ObjectVector) values).at(row)), ABSENT);
            }
            return result;
        }

        Object key(Object value) {
            return value;
        }
    }

    private static final class Decimals extends Objects {
        @Override
        Object key(Object value) {
            return value == null ? null : ((BigDecimal) value).stripTrailingZeros();
        }
    }
}

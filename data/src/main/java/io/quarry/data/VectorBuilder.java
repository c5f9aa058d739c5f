package io.quarry.data;

import java.util.Arrays;

/** Builds a vector value by value. Not safe for threads; of no use after {@link #build}. */
public abstract sealed class VectorBuilder {
    int size;

    /** Appends a boxed value ({@link Type#boxed}) or null. */
    public abstract void add(Object value);

    public abstract Vector build();

    public int size() {
        return size;
    }

    static VectorBuilder of(Type type) {
        return switch (type) {
            case BOOL -> new Bools();
            case INT, LONG, DATETIME, TIMESPAN -> new Longs(type);
            case REAL -> new Doubles();
            case STRING -> new Texts();
            case DECIMAL, GUID, DYNAMIC -> new Objects(type);
        };
    }

    static final class Bools extends VectorBuilder {
        private boolean[] values = new boolean[16];
        private boolean[] nulls;

        @Override
        public void add(Object value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            nulls = mark(nulls, size, values.length, value == null);
            values[size++] = value != null && (Boolean) value;
        }

        @Override
        public Vector build() {
            return BoolVector.of(values, nulls, size);
        }
    }

    static final class Longs extends VectorBuilder {
        private final Type type;
        private long[] values = new long[16];
        private boolean[] nulls;

        Longs(Type type) {
            this.type = type;
        }

        @Override
        public void add(Object value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            nulls = mark(nulls, size, values.length, value == null);
            values[size++] = value == null ? 0 : (Long) value;
        }

        @Override
        public Vector build() {
            return LongVector.of(type, values, nulls, size);
        }
    }

    static final class Doubles extends VectorBuilder {
        private double[] values = new double[16];
        private boolean[] nulls;

        @Override
        public void add(Object value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            nulls = mark(nulls, size, values.length, value == null);
            values[size++] = value == null ? 0 : (Double) value;
        }

        @Override
        public Vector build() {
            return DoubleVector.of(values, nulls, size);
        }
    }

    static final class Texts extends VectorBuilder {
        private final DictionaryBuilder dictionary = new DictionaryBuilder();
        private int[] codes = new int[16];

        @Override
        public void add(Object value) {
            if (size == codes.length) {
                codes = Arrays.copyOf(codes, size * 2);
            }
            codes[size++] = value == null ? -1 : dictionary.add((String) value);
        }

        @Override
        public Vector build() {
            return TextVector.of(dictionary.build(), codes, size);
        }
    }

    static final class Objects extends VectorBuilder {
        private final Type type;
        private Object[] values = new Object[16];

        Objects(Type type) {
            this.type = type;
        }

        @Override
        public void add(Object value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        @Override
        public Vector build() {
            return ObjectVector.of(type, values, size);
        }
    }

    private static boolean[] mark(boolean[] nulls, int row, int capacity, boolean isNull) {
        boolean[] marks = nulls;
        if (marks == null) {
            if (!isNull) {
                return null;
            }
            marks = new boolean[capacity];
        } else if (marks.length < capacity) {
            marks = Arrays.copyOf(marks, capacity);
        }
        marks[row] = isNull;
        return marks;
    }
}

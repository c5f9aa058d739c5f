package io.quarry.telemetry.view;

import io.quarry.data.LongVector;
import io.quarry.data.TextVector;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.data.VectorBuilder;
import java.util.Arrays;

/** A column while it grows; rows that are absent can still be filled at the end. Not safe for threads. */
abstract sealed class ColumnBuilder {
    private int size;

    /** A builder that shares no texts with another. */
    static ColumnBuilder of(Type type) {
        return of(type, new TextPool());
    }

    /** A builder whose texts, if its values are texts, go to the pool. */
    static ColumnBuilder of(Type type, TextPool pool) {
        return switch (type) {
            case STRING -> new Texts(pool);
            case INT, LONG, DATETIME, TIMESPAN -> new Longs(type);
            case BOOL, REAL, DECIMAL, GUID, DYNAMIC -> new Objects(type);
        };
    }

    /** Appends a value of the column's type, or null for a row that is absent. */
    final void add(Object value) {
        append(size++, value);
    }

    final int size() {
        return size;
    }

    /** Gives the row the value that a finished builder of the same type holds. */
    final void copy(int row, ColumnBuilder source, int sourceRow) {
        if (!source.isAbsent(sourceRow)) {
            copyPresent(row, source, sourceRow);
        }
    }

    abstract boolean isAbsent(int row);

    /** The boxed value, or null. */
    abstract Object at(int row);

    /** The vector of the rows at {@code rows[0..count)}; called once all builders of the pool have all values. */
    abstract Vector build(int[] rows, int count);

    abstract void append(int row, Object value);

    abstract void copyPresent(int row, ColumnBuilder source, int sourceRow);

    /** Texts; a code of -1 is absent. */
    static final class Texts extends ColumnBuilder {
        private final TextPool pool;
        private int[] codes = new int[16];

        Texts(TextPool pool) {
            this.pool = pool;
        }

        TextPool pool() {
            return pool;
        }

        /** Gives every absent row this text. */
        void fillAbsent(String text) {
            int code = -1;
            for (int row = 0; row < size(); row++) {
                if (codes[row] < 0) {
                    code = code < 0 ? pool.add(text) : code;
                    codes[row] = code;
                }
            }
        }

        @Override
        boolean isAbsent(int row) {
            return codes[row] < 0;
        }

        @Override
        String at(int row) {
            return codes[row] < 0 ? null : pool.dictionary().text(codes[row]);
        }

        @Override
        Vector build(int[] rows, int count) {
            int[] taken = new int[count];
            for (int i = 0; i < count; i++) {
                taken[i] = codes[rows[i]];
            }
            return TextVector.of(pool.dictionary(), taken, count);
        }

        @Override
        void append(int row, Object value) {
            if (row == codes.length) {
                codes = Arrays.copyOf(codes, row * 2);
            }
            codes[row] = value == null ? -1 : pool.add((String) value);
        }

        @Override
        void copyPresent(int row, ColumnBuilder source, int sourceRow) {
            Texts texts = (Texts) source;
            codes[row] = pool.add(texts.pool, texts.codes[sourceRow]);
        }
    }

    /** Integers and times; {@link Long#MIN_VALUE} is absent. */
    static final class Longs extends ColumnBuilder {
        static final long ABSENT = Long.MIN_VALUE;

        private final Type type;
        private long[] values = new long[16];

        Longs(Type type) {
            this.type = type;
        }

        long valueAt(int row) {
            return values[row];
        }

        @Override
        boolean isAbsent(int row) {
            return values[row] == ABSENT;
        }

        @Override
        Long at(int row) {
            return isAbsent(row) ? null : values[row];
        }

        @Override
        Vector build(int[] rows, int count) {
            long[] taken = new long[count];
            boolean[] nulls = null;
            for (int i = 0; i < count; i++) {
                if (isAbsent(rows[i])) {
                    nulls = nulls == null ? new boolean[count] : nulls;
                    nulls[i] = true;
                } else {
                    taken[i] = values[rows[i]];
                }
            }
            return LongVector.of(type, taken, nulls, count);
        }

        @Override
        void append(int row, Object value) {
            if (row == values.length) {
                values = Arrays.copyOf(values, row * 2);
            }
            values[row] = value == null ? ABSENT : (Long) value;
        }

        @Override
        void copyPresent(int row, ColumnBuilder source, int sourceRow) {
            values[row] = ((Longs) source).values[sourceRow];
        }
    }

    /** Everything else, boxed. */
    static final class Objects extends ColumnBuilder {
        private final Type type;
        private Object[] values = new Object[16];

        Objects(Type type) {
            this.type = type;
        }

        @Override
        boolean isAbsent(int row) {
            return values[row] == null;
        }

        @Override
        Object at(int row) {
            return values[row];
        }

        @Override
        Vector build(int[] rows, int count) {
            VectorBuilder builder = Vector.builder(type);
            for (int i = 0; i < count; i++) {
                builder.add(values[rows[i]]);
            }
            return builder.build();
        }

        @Override
        void append(int row, Object value) {
            if (row == values.length) {
                values = Arrays.copyOf(values, row * 2);
            }
            values[row] = value;
        }

        @Override
        void copyPresent(int row, ColumnBuilder source, int sourceRow) {
            values[row] = ((Objects) source).values[sourceRow];
        }
    }
}

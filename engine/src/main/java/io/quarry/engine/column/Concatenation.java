package io.quarry.engine.column;

import io.quarry.data.Batch;
import io.quarry.data.BoolVector;
import io.quarry.data.Dictionary;
import io.quarry.data.DictionaryBuilder;
import io.quarry.data.DoubleVector;
import io.quarry.data.LongVector;
import io.quarry.data.ObjectVector;
import io.quarry.data.Schema;
import io.quarry.data.TextVector;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import java.util.ArrayList;
import java.util.List;

/** Several vectors or batches as one, in order. */
public final class Concatenation {
    private Concatenation() {}

    /**
     * @throws ArithmeticException if there are more than {@link Integer#MAX_VALUE} rows
     */
    public static Batch of(Schema schema, List<Batch> batches) {
        if (batches.size() == 1) {
            return batches.get(0);
        }
        int rows = 0;
        for (Batch batch : batches) {
            rows = Math.addExact(rows, batch.rows());
        }
        List<Vector> columns = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            int column = i;
            columns.add(of(
                    schema.type(i),
                    batches.stream().map(batch -> batch.column(column)).toList()));
        }
        return new Batch(schema, columns, rows);
    }

    public static Vector of(Type type, List<? extends Vector> pieces) {
        if (pieces.size() == 1) {
            return pieces.get(0);
        }
        int rows = 0;
        for (Vector piece : pieces) {
            rows = Math.addExact(rows, piece.size());
        }
        return switch (type) {
            case BOOL -> bools(pieces, rows);
            case INT, LONG, DATETIME, TIMESPAN -> longs(type, pieces, rows);
            case REAL -> doubles(pieces, rows);
            case STRING -> texts(pieces, rows);
            case DECIMAL, GUID, DYNAMIC -> objects(type, pieces, rows);
        };
    }

    private static Vector bools(List<? extends Vector> pieces, int rows) {
        boolean[] values = new boolean[rows];
        int next = 0;
        for (Vector piece : pieces) {
            for (int i = 0; i < piece.size(); i++) {
                values[next++] = ((BoolVector) piece).at(i);
            }
        }
        return BoolVector.of(values, nulls(pieces, rows), rows);
    }

    private static Vector longs(Type type, List<? extends Vector> pieces, int rows) {
        long[] values = new long[rows];
        int next = 0;
        for (Vector piece : pieces) {
            for (int i = 0; i < piece.size(); i++) {
                values[next++] = ((LongVector) piece).at(i);
            }
        }
        return LongVector.of(type, values, nulls(pieces, rows), rows);
    }

    private static Vector doubles(List<? extends Vector> pieces, int rows) {
        double[] values = new double[rows];
        int next = 0;
        for (Vector piece : pieces) {
            for (int i = 0; i < piece.size(); i++) {
                values[next++] = ((DoubleVector) piece).at(i);
            }
        }
        return DoubleVector.of(values, nulls(pieces, rows), rows);
    }

    private static Vector objects(Type type, List<? extends Vector> pieces, int rows) {
        Object[] values = new Object[rows];
        int next = 0;
        for (Vector piece : pieces) {
            for (int i = 0; i < piece.size(); i++) {
                values[next++] = piece.value(i);
            }
        }
        return ObjectVector.of(type, values, rows);
    }

    /** Pieces over one dictionary keep it; others share a new one of the entries in use. */
    private static Vector texts(List<? extends Vector> pieces, int rows) {
        Dictionary first = dictionaryOf(pieces, 0);
        boolean isShared = true;
        for (int i = 1; i < pieces.size(); i++) {
            isShared &= dictionaryOf(pieces, i) == first;
        }
        int[] codes = new int[rows];
        int next = 0;
        DictionaryBuilder merged = new DictionaryBuilder();
        for (Vector piece : pieces) {
            TextVector texts = (TextVector) piece;
            int[] translated = isShared || texts.size() == 0
                    ? null
                    : new int[texts.dictionary().size()];
            for (int i = 0; i < texts.size(); i++) {
                int code = texts.code(i);
                codes[next++] = code < 0 || translated == null ? code : translate(texts, code, translated, merged);
            }
        }
        return TextVector.of(isShared ? first : merged.build(), codes, rows);
    }

    private static Dictionary dictionaryOf(List<? extends Vector> pieces, int index) {
        return ((TextVector) pieces.get(index)).dictionary();
    }

    /**
     * @param translated for each code 0 or one more than its code in {@code merged}
     */
    private static int translate(TextVector texts, int code, int[] translated, DictionaryBuilder merged) {
        if (translated[code] == 0) {
            Dictionary from = texts.dictionary();
            translated[code] = 1 + merged.add(from.bytes(), from.start(code), from.end(code));
        }
        return translated[code] - 1;
    }

    private static boolean[] nulls(List<? extends Vector> pieces, int rows) {
        boolean[] nulls = null;
        int next = 0;
        for (Vector piece : pieces) {
            if (!piece.noNulls()) {
                nulls = nulls == null ? new boolean[rows] : nulls;
                for (int i = 0; i < piece.size(); i++) {
                    nulls[next + i] = piece.isNull(i);
                }
            }
            next += piece.size();
        }
        return nulls;
    }
}

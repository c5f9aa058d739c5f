package io.quarry.engine.column;

import io.quarry.data.Batch;
import io.quarry.data.Dictionary;
import io.quarry.data.Field;
import io.quarry.data.ObjectVector;
import io.quarry.data.Schema;
import io.quarry.data.TextVector;
import io.quarry.data.Type;
import io.quarry.data.ValueSize;
import io.quarry.data.Vector;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Estimates what batches hold in memory; a dictionary shared by several counts once. Not safe for threads. */
public final class Footprint {
    private static final int BYTES_OF_OBJECT = 64;

    private final Set<Dictionary> counted = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The bytes that a copy of rows adds: it shares their dictionaries and values. */
    public static long ofCopy(Schema schema, long rows) {
        long width = 0;
        for (Field field : schema.fields()) {
            width += bytesOfPlace(field.type());
        }
        return width * rows;
    }

    /** The bytes that keeping this batch adds to keeping those asked about before. */
    public long added(Batch batch) {
        long bytes = BYTES_OF_OBJECT;
        for (Vector column : batch.columns()) {
            bytes += added(column);
        }
        return bytes;
    }

    /** As {@link #added(Batch)}, for one column. */
    public long added(Vector column) {
        long rows = column.isConstant() ? 1 : column.size();
        long places = rows * bytesOfPlace(column.type());
        return switch (column.type()) {
            case BOOL, INT, LONG, DATETIME, TIMESPAN, REAL -> places;
            case DECIMAL, GUID -> places + rows * BYTES_OF_OBJECT;
            case DYNAMIC -> places + ofValues((ObjectVector) column, rows);
            case STRING -> places + added(((TextVector) column).dictionary());
        };
    }

    private static long bytesOfPlace(Type type) {
        return switch (type) {
            case BOOL -> 1;
            case STRING -> Integer.BYTES;
            case INT, LONG, DATETIME, TIMESPAN, REAL, DECIMAL, GUID, DYNAMIC -> Long.BYTES;
        };
    }

    /** A value that stands in many rows in a row counts once. */
    private static long ofValues(ObjectVector column, long rows) {
        long bytes = 0;
        Object previous = null;
        for (int row = 0; row < rows; row++) {
            Object value = column.at(row);
            if (value != previous) {
                bytes += ValueSize.of(value);
                previous = value;
            }
        }
        return bytes;
    }

    private long added(Dictionary dictionary) {
        return counted.add(dictionary) ? dictionary.footprint() : 0;
    }
}

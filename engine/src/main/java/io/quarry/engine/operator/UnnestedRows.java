package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.data.LongVector;
import io.quarry.data.ObjectVector;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.plan.BagElements;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The rows that one batch becomes, and how far they were made. The first of them are made at once, on the thread that
 * expands the batch: mostly these are all. Not safe for threads.
 */
final class UnnestedRows {
    private final Plan.Unnest unnest;
    private final Batch batch;
    private final List<Vector> collections;
    private final long mostRows;
    private int row;
    private int place;

    /** The elements of each collection in the row at hand, once that is begun. */
    private final List<?>[] elements;

    private boolean isBegun;

    /** How many rows the row at hand becomes. */
    private int end;

    /** The first rows until they are asked for, then null. */
    private Batch first;

    /** @param limit how many rows to make at once, at most */
    UnnestedRows(Plan.Unnest unnest, Batch batch, List<Vector> collections, int limit) {
        this.unnest = unnest;
        this.batch = batch;
        this.collections = collections;
        this.elements = new List<?>[collections.size()];
        this.mostRows = mostRows();
        this.first = make(limit);
    }

    /** How many elements are held, those of all collections together. */
    long elements() {
        long count = 0;
        for (Vector collection : collections) {
            count += elements(collection, collection.isConstant() ? Math.min(1, batch.rows()) : batch.rows());
        }
        return count;
    }

    /** No fewer than the rows that the batch becomes. */
    private long mostRows() {
        long count = 0;
        for (Vector collection : collections) {
            boolean isConstant = collection.isConstant() && batch.rows() > 0;
            count += isConstant ? elements(collection, 1) * batch.rows() : elements(collection, batch.rows());
        }
        return count;
    }

    private static long elements(Vector collection, int rows) {
        long count = 0;
        for (int i = 0; i < rows; i++) {
            count += sizeOf(collection.value(i));
        }
        return count;
    }

    /** The next rows, at most {@code limit}; none if the batch is used up. */
    Batch next(int limit) {
        if (first == null) {
            return make(limit);
        }
        Batch next = first;
        first = null;
        return next;
    }

    private Batch make(int limit) {
        int room = (int) Math.min(limit, mostRows);
        int[] rows = new int[room];
        long[] places = new long[room];
        Object[][] values = new Object[collections.size()][room];
        int count = 0;
        while (count < limit && row < batch.rows()) {
            begin();
            for (; count < limit && place < end; place++, count++) {
                rows[count] = row;
                places[count] = place;
                for (int i = 0; i < values.length; i++) {
                    values[i][count] = place < elements[i].size() ? elements[i].get(place) : null;
                }
            }
            if (place >= end) {
                finish();
            }
        }
        List<Vector> columns = new ArrayList<>(batch.take(rows, count).columns());
        for (Object[] column : values) {
            columns.add(ObjectVector.of(Type.DYNAMIC, column, count));
        }
        if (unnest.index().isPresent()) {
            columns.add(LongVector.of(Type.LONG, places, null, count));
        }
        return new Batch(unnest.schema(), columns, count);
    }

    private void begin() {
        if (isBegun) {
            return;
        }
        int longest = 0;
        for (int i = 0; i < elements.length; i++) {
            elements[i] = elementsOf(collections.get(i).value(row));
            longest = Math.max(longest, elements[i].size());
        }
        end = (int) Math.min(longest, unnest.limit());
        isBegun = true;
    }

    private void finish() {
        row++;
        place = 0;
        isBegun = false;
    }

    private static int sizeOf(Object value) {
        if (value instanceof List<?> array) {
            return array.size();
        }
        return value instanceof Map<?, ?> bag ? bag.size() : 1;
    }

    private List<?> elementsOf(Object value) {
        if (value instanceof List<?> array) {
            return array;
        }
        return value instanceof Map<?, ?> bag ? elementsOf(bag) : Collections.singletonList(value);
    }

    private List<?> elementsOf(Map<?, ?> bag) {
        List<Object> result = new ArrayList<>();
        bag.forEach((key, value) -> result.add(
                unnest.bags() == BagElements.PAIRS ? Arrays.asList(key, value) : Collections.singletonMap(key, value)));
        return result;
    }
}

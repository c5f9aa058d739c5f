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

/** The rows that one batch becomes, and how far they were made. Not safe for threads. */
final class UnnestedRows {
    private final Plan.Unnest unnest;
    private final Batch batch;
    private final List<Vector> collections;
    private int row;
    private int place;

    /** The elements of each collection in the row at hand; null before the row is begun. */
    private List<List<?>> elements;

    UnnestedRows(Plan.Unnest unnest, Batch batch, List<Vector> collections) {
        this.unnest = unnest;
        this.batch = batch;
        this.collections = collections;
    }

    /** How many elements the collections hold, together. */
    long elements() {
        long count = 0;
        for (Vector collection : collections) {
            int rows = collection.isConstant() ? Math.min(1, batch.rows()) : batch.rows();
            for (int i = 0; i < rows; i++) {
                count += sizeOf(collection.value(i));
            }
        }
        return count;
    }

    /** The next rows, at most {@code limit}; none if the batch is used up. */
    Batch next(int limit) {
        int[] rows = new int[limit];
        long[] places = new long[limit];
        Object[][] values = new Object[collections.size()][limit];
        int count = 0;
        while (count < limit && row < batch.rows()) {
            begin();
            int end = (int) Math.min(longest(), unnest.limit());
            for (; count < limit && place < end; place++, count++) {
                rows[count] = row;
                places[count] = place;
                for (int i = 0; i < values.length; i++) {
                    values[i][count] =
                            place < elements.get(i).size() ? elements.get(i).get(place) : null;
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
        if (elements == null) {
            elements = new ArrayList<>();
            for (Vector collection : collections) {
                elements.add(elementsOf(collection.value(row)));
            }
        }
    }

    private void finish() {
        row++;
        place = 0;
        elements = null;
    }

    private int longest() {
        return elements.stream().mapToInt(List::size).max().orElse(0);
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

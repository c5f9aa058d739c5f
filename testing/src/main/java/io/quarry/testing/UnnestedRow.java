package io.quarry.testing;

import io.quarry.plan.BagElements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row and the values of its collections. */
record UnnestedRow(Object[] row, Object[] collections) {
    /**
     * What is made of a row.
     *
     * @param hasIndex whether a row ends with its place among the rows of one row
     */
    record Shape(BagElements bags, boolean hasIndex, long limit) {}

    List<Object[]> rows(Shape shape) {
        List<List<Object>> elements = Arrays.stream(collections)
                .map(value -> elements(value, shape.bags()))
                .toList();
        List<Object[]> rows = new ArrayList<>();
        for (int place = 0; place < shape.limit(); place++) {
            List<Object> cells = new ArrayList<>(Arrays.asList(row));
            boolean isAny = false;
            for (List<Object> collection : elements) {
                boolean has = place < collection.size();
                cells.add(has ? collection.get(place) : null);
                isAny |= has;
            }
            if (!isAny) {
                return rows;
            }
            if (shape.hasIndex()) {
                cells.add((long) place);
            }
            rows.add(cells.toArray());
        }
        return rows;
    }

    private static List<Object> elements(Object value, BagElements bags) {
        if (value instanceof List<?> array) {
            return new ArrayList<>(array);
        }
        List<Object> elements = new ArrayList<>();
        if (value instanceof Map<?, ?> bag) {
            for (Map.Entry<?, ?> entry : bag.entrySet()) {
                Map<Object, Object> single = new HashMap<>();
                single.put(entry.getKey(), entry.getValue());
                elements.add(bags == BagElements.ENTRIES ? single : Arrays.asList(entry.getKey(), entry.getValue()));
            }
        } else {
            elements.add(value);
        }
        return elements;
    }
}

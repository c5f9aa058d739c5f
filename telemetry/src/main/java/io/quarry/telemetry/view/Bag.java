package io.quarry.telemetry.view;

import io.quarry.telemetry.Event;
import java.util.LinkedHashMap;
import java.util.Map;

/** A bag of the values that are there; null if none is. */
record Bag(Map<String, EventExpression> entries) implements EventExpression {
    @Override
    public Object of(Event event) {
        Map<String, Object> bag = new LinkedHashMap<>();
        entries.forEach((key, expression) -> {
            Object value = expression.of(event);
            if (value != null) {
                bag.put(key, value);
            }
        });
        return bag.isEmpty() ? null : bag;
    }
}

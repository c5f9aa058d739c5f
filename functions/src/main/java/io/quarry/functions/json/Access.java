package io.quarry.functions.json;

import io.quarry.processor.Scalar;
import java.util.List;
import java.util.Map;

/** Paths into dynamic values: what is not there is null. */
final class Access {
    private static final String SOURCE = "Kusto Query Language reference, Dynamic object accessors";

    private Access() {}

    @Scalar(
            kql = {".", "[]"},
            doc = "The value of a bag's key.",
            source = SOURCE)
    static Object member(Object value, String key) {
        return value instanceof Map<?, ?> bag ? bag.get(key) : null;
    }

    @Scalar(kql = "[]", doc = "The element of an array; a negative index counts from the end.", source = SOURCE)
    static Object element(Object value, long index) {
        if (!(value instanceof List<?> array)) {
            return null;
        }
        long at = index < 0 ? array.size() + index : index;
        return at < 0 || at >= array.size() ? null : array.get((int) at);
    }

    @Scalar(kql = "[]", doc = "The value of a bag's key or the element of an array.", source = SOURCE)
    static Object at(Object value, Object key) {
        if (key instanceof String name) {
            return member(value, name);
        }
        return key instanceof Long index ? element(value, index) : null;
    }
}

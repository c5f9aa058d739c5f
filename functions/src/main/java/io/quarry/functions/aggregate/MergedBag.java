package io.quarry.functions.aggregate;

import io.quarry.data.ValueSize;
import io.quarry.functions.GrowingState;
import io.quarry.processor.Aggregate;
import java.util.LinkedHashMap;
import java.util.Map;

/** All entries of a group's bags. */
@Aggregate(
        kql = {"make_bag", "make_dictionary"},
        doc = "Bag of the entries of all bags; of a repeated key, the first value. What is no bag is skipped.",
        source = "Kusto Query Language reference, make_bag(); answers of the Kusto emulator for repeated keys")
final class MergedBag implements GrowingState {
    private final Map<String, Object> entries = new LinkedHashMap<>();
    private long bytes;
    private long maxSize = ValueList.MAX_SIZE;

    void add(Object value) {
        if (value instanceof Map<?, ?> bag) {
            bag.forEach((key, element) -> {
                if (!entries.containsKey((String) key) && entries.size() < maxSize) {
                    entries.put((String) key, element);
                    bytes += ValueSize.of(key) + ValueSize.of(element);
                }
            });
        }
    }

    void add(Object value, long size) {
        maxSize = size;
        add(value);
    }

    void merge(MergedBag later) {
        maxSize = Math.min(maxSize, later.maxSize);
        add(later.entries);
    }

    Object result() {
        return new LinkedHashMap<>(entries);
    }

    @Override
    public long bytes() {
        return bytes;
    }
}

package io.quarry.functions.aggregate;

import io.quarry.processor.Aggregate;
import java.util.LinkedHashMap;
import java.util.Map;

/** All entries of a group's bags. */
@Aggregate(
        kql = {"make_bag", "make_dictionary"},
        doc = "Bag of the entries of all bags; of a repeated key, the first value. What is no bag is skipped.",
        source = "Kusto Query Language reference, make_bag(); answers of the Kusto emulator for repeated keys")
final class MergedBag {
    private final Map<String, Object> entries = new LinkedHashMap<>();

    void add(Object value) {
        if (value instanceof Map<?, ?> bag) {
            bag.forEach((key, element) -> {
                if (!entries.containsKey((String) key)) {
                    entries.put((String) key, element);
                }
            });
        }
    }

    void merge(MergedBag later) {
        add(later.entries);
    }

    Object result() {
        return new LinkedHashMap<>(entries);
    }
}

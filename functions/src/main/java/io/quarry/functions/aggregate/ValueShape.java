package io.quarry.functions.aggregate;

import io.quarry.functions.convert.TypeNames;
import io.quarry.processor.Aggregate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The types that the dynamic values of a group have, down to their leaves. */
@Aggregate(
        kql = "buildschema",
        doc =
                "The least schema that fits all values: a type, a bag of schemas, an array's elements under indexer, or an"
                        + " array of these where values differ; of none, null.",
        source = "Kusto Query Language reference, buildschema()")
final class ValueShape {
    private static final String ELEMENTS = "indexer";

    private final Set<String> types = new LinkedHashSet<>();
    private final Map<String, ValueShape> members = new LinkedHashMap<>();

    void add(Object value) {
        if (value instanceof Map<?, ?> bag) {
            bag.forEach((key, element) -> member((String) key).add(element));
        } else if (value instanceof List<?> array) {
            ValueShape elements = member(ELEMENTS);
            array.forEach(elements::add);
        } else if (value != null) {
            types.add(TypeNames.ofDynamic(value));
        }
    }

    private ValueShape member(String name) {
        return members.computeIfAbsent(name, none -> new ValueShape());
    }

    void merge(ValueShape later) {
        types.addAll(later.types);
        later.members.forEach((name, shape) -> member(name).merge(shape));
    }

    Object result() {
        List<Object> all = new ArrayList<>(types);
        if (!members.isEmpty()) {
            Map<String, Object> bag = new LinkedHashMap<>();
            members.forEach((name, shape) -> bag.put(name, shape.result()));
            all.add(bag);
        }
        if (all.isEmpty()) {
            return null;
        }
        return all.size() == 1 ? all.get(0) : all;
    }
}

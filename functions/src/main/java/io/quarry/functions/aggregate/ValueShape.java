package io.quarry.functions.aggregate;

import io.quarry.data.ValueSize;
import io.quarry.functions.GrowingState;
import io.quarry.functions.convert.TypeNames;
import io.quarry.processor.Aggregate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The types that the dynamic values of a group have, down to their leaves. */
@Aggregate(
        kql = "buildschema",
        doc =
                "The least schema that fits all values: a type, a bag of schemas, an array's elements under indexer, or an"
                        + " array of these where values differ; of none, null.",
        source = "Kusto Query Language reference, buildschema()")
final class ValueShape implements GrowingState {
    private static final String ELEMENTS = "indexer";
    private static final long BYTES_OF_SHAPE = 320;

    private final Set<String> types = new LinkedHashSet<>();
    private final Map<String, ValueShape> members = new LinkedHashMap<>();
    private long bytes;

    void add(Object value) {
        if (value instanceof Map<?, ?> bag) {
            bag.forEach((key, element) -> change((String) key, shape -> shape.add(element)));
        } else if (value instanceof List<?> array) {
            change(ELEMENTS, shape -> array.forEach(shape::add));
        } else if (value != null) {
            types.add(TypeNames.ofDynamic(value));
        }
    }

    private void change(String member, Consumer<ValueShape> change) {
        ValueShape shape = members.get(member);
        if (shape == null) {
            shape = new ValueShape();
            members.put(member, shape);
            bytes += BYTES_OF_SHAPE + ValueSize.of(member);
        }
        bytes -= shape.bytes;
        change.accept(shape);
        bytes += shape.bytes;
    }

    void merge(ValueShape later) {
        types.addAll(later.types);
        later.members.forEach((name, shape) -> change(name, here -> here.merge(shape)));
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

    @Override
    public long bytes() {
        return bytes;
    }
}

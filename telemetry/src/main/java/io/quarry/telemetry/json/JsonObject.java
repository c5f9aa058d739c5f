package io.quarry.telemetry.json;

import java.util.ArrayList;
import java.util.List;

/**
 * An object with its members in order; names may repeat. A value is null, a {@code String} (also for numbers and truth
 * values, as they are written), a {@code List}, or a {@code JsonObject}.
 */
final class JsonObject {
    private final List<String> names = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    void add(String name, Object value) {
        names.add(name);
        values.add(value);
    }

    int size() {
        return names.size();
    }

    String name(int index) {
        return names.get(index);
    }

    Object value(int index) {
        return values.get(index);
    }

    List<String> names() {
        return names;
    }

    /** The first value of that name; null if there is none. */
    Object get(String name) {
        int index = names.indexOf(name);
        return index < 0 ? null : values.get(index);
    }

    /** The text at a path of names, which may also be written as one name with dots; null if there is none. */
    String text(String... path) {
        return find(path) instanceof String text ? text : null;
    }

    /** The object at a path of names; an empty one if there is none. */
    JsonObject object(String... path) {
        return find(path) instanceof JsonObject object ? object : new JsonObject();
    }

    /** The value at a path of names, each step of which may join several names by dots; null if there is none. */
    Object find(String... path) {
        return find(path, 0);
    }

    private Object find(String[] path, int from) {
        StringBuilder name = new StringBuilder();
        for (int i = from; i < path.length; i++) {
            name.append(i > from ? "." : "").append(path[i]);
            Object value = get(name.toString());
            if (i + 1 == path.length) {
                return value;
            }
            if (value instanceof JsonObject inner) {
                Object found = inner.find(path, i + 1);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}

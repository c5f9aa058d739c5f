package io.quarry.functions.json;

import io.quarry.plan.FunctionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path of keys and indexes into a dynamic value: {@code $.a.b[0]['c d']}. Immutable, safe for threads. */
public final class JsonPath {
    private static final Pattern STEP =
            Pattern.compile("\\.([^.\\[\\]]+)|\\[(-?\\d{1,9})\\]|\\['([^']*)'\\]|\\[\"([^\"]*)\"\\]");

    /** Texts are keys, longs are indexes. */
    private final List<Object> steps;

    private JsonPath(List<Object> steps) {
        this.steps = steps;
    }

    /** @throws FunctionException if the path has anything but keys and indexes */
    public static JsonPath of(String path) {
        List<Object> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path);
        int at = path.startsWith("$") ? 1 : 0;
        while (at < path.length()) {
            matcher.region(at, path.length());
            if (!matcher.lookingAt()) {
                throw new FunctionException("JSON path '" + path + "': only keys and indexes are supported");
            }
            steps.add(step(matcher));
            at = matcher.end();
        }
        return new JsonPath(steps);
    }

    /** The path of one key, taken as it is. */
    static JsonPath ofKey(String key) {
        return new JsonPath(List.of(key));
    }

    private static Object step(Matcher matcher) {
        if (matcher.group(2) != null) {
            return Long.valueOf(matcher.group(2));
        }
        return matcher.group(1) != null
                ? matcher.group(1)
                : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
    }

    /** The value at the path; null if there is none. */
    public Object in(Object root) {
        Object value = root;
        for (Object step : steps) {
            value = Access.at(value, step);
        }
        return value;
    }

    /** True if something is at the path, null included. */
    boolean isIn(Object root) {
        Object value = root;
        for (Object step : steps) {
            boolean isThere = step instanceof String key
                    ? value instanceof Map<?, ?> bag && bag.containsKey(key)
                    : Access.at(value, step) != null;
            if (!isThere) {
                return false;
            }
            value = Access.at(value, step);
        }
        return true;
    }

    /** The value without what is at the path; steps of arrays are not followed. */
    Object remove(Object root) {
        return removed(root, steps);
    }

    private static Object removed(Object value, List<Object> steps) {
        if (!(value instanceof Map<?, ?> bag) || steps.isEmpty() || !bag.containsKey(steps.get(0))) {
            return value;
        }
        Map<Object, Object> changed = new LinkedHashMap<>(bag);
        if (steps.size() == 1) {
            changed.remove(steps.get(0));
        } else {
            changed.put(steps.get(0), removed(bag.get(steps.get(0)), steps.subList(1, steps.size())));
        }
        return changed;
    }

    /**
     * The value with another at the path, in new bags where there are none; null where the path meets anything else.
     *
     * @throws FunctionException if the path has an index
     */
    Object set(Object root, Object element) {
        if (!steps.stream().allMatch(String.class::isInstance)) {
            throw new FunctionException("JSON path " + steps + ": an element of an array cannot be set");
        }
        return with(root, steps, element);
    }

    private static Object with(Object value, List<Object> steps, Object element) {
        if (steps.isEmpty()) {
            return element;
        }
        if (value != null && !(value instanceof Map)) {
            return null;
        }
        Map<Object, Object> changed = value == null ? new LinkedHashMap<>() : new LinkedHashMap<>((Map<?, ?>) value);
        changed.put(steps.get(0), with(changed.get(steps.get(0)), steps.subList(1, steps.size()), element));
        return changed;
    }
}

package io.quarry.functions.json;

import io.quarry.plan.FunctionException;
import java.util.ArrayList;
import java.util.List;
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
}

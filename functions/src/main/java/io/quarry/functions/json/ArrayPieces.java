package io.quarry.functions.json;

import io.quarry.processor.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Arrays cut into pieces, and the paths into dynamic values. */
final class ArrayPieces {
    private static final String SPLIT = "Kusto Query Language reference, array_split()";

    private ArrayPieces() {}

    @Scalar(
            kql = "array_split",
            doc = "The array in two: up to an index and from there; a negative one counts from the end.",
            example = {
                "array_split(dynamic([1,2,3,4,5]), 2) -> dynamic([[1,2],[3,4,5]])",
                "array_split(dynamic([1,2,3]), -1) -> dynamic([[1,2],[3]])",
                "array_split(dynamic([1]), 5) -> dynamic([[1],[]])"
            },
            source = SPLIT)
    static Object split(Object value, long index) {
        return split(value, List.of(index));
    }

    @Scalar(
            kql = "array_split",
            doc = "The array cut at each of the indexes.",
            example = "array_split(dynamic([1,2,3,4,5]), dynamic([1,3])) -> dynamic([[1],[2,3],[4,5]])",
            source = SPLIT)
    static Object split(Object value, Object indexes) {
        if (!(value instanceof List<?> array) || !(indexes instanceof List<?> cuts)) {
            return null;
        }
        List<Object> pieces = new ArrayList<>();
        int from = 0;
        for (Object cut : cuts) {
            if (!(cut instanceof Number number)) {
                return null;
            }
            int to = place(number.longValue(), array.size());
            pieces.add(piece(array, from, to));
            from = to;
        }
        pieces.add(piece(array, from, array.size()));
        return pieces;
    }

    private static int place(long index, int size) {
        return (int) Math.max(0, Math.min(size, index < 0 ? index + size : index));
    }

    private static List<Object> piece(List<?> array, int from, int to) {
        return from >= to ? new ArrayList<>() : new ArrayList<>(array.subList(from, to));
    }

    @Scalar(
            kql = "treepath",
            doc = "The paths to all that a bag or an array holds; all elements of an array have one path.",
            example = {
                "treepath(dynamic({'a':'b','c':123})) -> dynamic([\"['a']\",\"['c']\"])",
                "treepath(dynamic({'p':[1,{'x':'y'}]})) -> dynamic([\"['p']\",\"['p'][0]\",\"['p'][0]['x']\"])",
                "treepath(dynamic(1)) -> dynamic(null)"
            },
            source = "Kusto Query Language reference, treepath()")
    static Object paths(Object value) {
        if (!(value instanceof Map) && !(value instanceof List)) {
            return null;
        }
        Set<Object> paths = new LinkedHashSet<>();
        addPaths(value, "", paths);
        return new ArrayList<>(paths);
    }

    private static void addPaths(Object value, String at, Set<Object> paths) {
        if (value instanceof Map<?, ?> bag) {
            bag.forEach((key, element) -> addPath(element, at + "['" + key + "']", paths));
        } else if (value instanceof List<?> array) {
            array.forEach(element -> addPath(element, at + "[0]", paths));
        }
    }

    private static void addPath(Object value, String path, Set<Object> paths) {
        paths.add(path);
        addPaths(value, path, paths);
    }
}

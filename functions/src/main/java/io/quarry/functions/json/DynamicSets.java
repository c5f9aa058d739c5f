package io.quarry.functions.json;

import io.quarry.functions.order.DynamicOrder;
import io.quarry.processor.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Dynamic arrays as sets: elements are equal as {@link DynamicOrder} says, results keep the order of first appearance. */
final class DynamicSets {
    private DynamicSets() {}

    @Scalar(
            kql = "set_has_element",
            doc = "True if the array has the element; a number is not its text.",
            example = {
                "set_has_element(dynamic([1,2]), dynamic(2)) -> true",
                "set_has_element(dynamic([1,2]), dynamic('2')) -> false"
            },
            source = "Kusto Query Language reference, set_has_element(); answers of the Kusto emulator")
    static Boolean hasElement(Object set, Object value) {
        return set instanceof List<?>
                ? Boolean.valueOf(canonical(set).containsKey(DynamicOrder.canonical(value)))
                : null;
    }

    @Scalar(
            kql = "set_union",
            doc = "The distinct elements of all arrays.",
            example = "set_union(dynamic([1,2]), dynamic([2,3])) -> dynamic([1,2,3])",
            source = "Kusto Query Language reference, set_union()")
    static Object union(Object... sets) {
        Map<Object, Object> all = new LinkedHashMap<>();
        for (Object set : sets) {
            canonical(set).forEach(all::putIfAbsent);
        }
        return new ArrayList<>(all.values());
    }

    @Scalar(
            kql = "set_intersect",
            doc = "The distinct elements that are in all arrays.",
            example = "set_intersect(dynamic([1,2,3]), dynamic([3,2])) -> dynamic([2,3])",
            source = "Kusto Query Language reference, set_intersect()")
    static Object intersect(Object... sets) {
        Map<Object, Object> common = sets.length == 0 ? new LinkedHashMap<>() : canonical(sets[0]);
        for (Object set : sets) {
            common.keySet().retainAll(canonical(set).keySet());
        }
        return new ArrayList<>(common.values());
    }

    @Scalar(
            kql = "set_difference",
            doc = "The distinct elements of the first array that are in none of the others.",
            example = "set_difference(dynamic([1,2,3]), dynamic([2])) -> dynamic([1,3])",
            source = "Kusto Query Language reference, set_difference()")
    static Object difference(Object first, Object... others) {
        Map<Object, Object> rest = canonical(first);
        for (Object other : others) {
            rest.keySet().removeAll(canonical(other).keySet());
        }
        return new ArrayList<>(rest.values());
    }

    @Scalar(
            kql = "set_equals",
            doc = "True if both arrays have the same elements.",
            example = "set_equals(dynamic([1,2,2]), dynamic([2,1])) -> true",
            source = "Kusto Query Language reference, set_equals()")
    static boolean areEqual(Object left, Object right) {
        return canonical(left).keySet().equals(canonical(right).keySet());
    }

    @Scalar(
            kql = "jaccard_index",
            doc = "The part of all elements of two arrays that both have.",
            example = "jaccard_index(dynamic([1,2,3]), dynamic([1,2,3,4])) -> 0.75",
            source = "Kusto Query Language reference, jaccard_index()")
    static double jaccard(Object left, Object right) {
        Set<Object> all = new HashSet<>(canonical(left).keySet());
        Set<Object> common = new HashSet<>(all);
        Set<Object> others = canonical(right).keySet();
        all.addAll(others);
        common.retainAll(others);
        return (double) common.size() / all.size();
    }

    /** The elements by their canonical forms; none for what is no array. */
    private static Map<Object, Object> canonical(Object set) {
        Map<Object, Object> elements = new LinkedHashMap<>();
        if (set instanceof List<?> array) {
            array.forEach(element -> elements.putIfAbsent(DynamicOrder.canonical(element), element));
        }
        return elements;
    }
}

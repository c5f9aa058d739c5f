package io.quarry.functions.json;

import io.quarry.functions.order.DynamicOrder;
import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * KQL's sorting of arrays. The first array decides, the others are moved along with it; the result is the array of all. An
 * array of another length than the first gives null. A last argument that is a truth value says whether nulls come last.
 */
final class ArraySorting {
    private static final String SOURCE = "Kusto Query Language reference, array_sort_asc(); array_sort_desc()";

    private ArraySorting() {}

    @Scalar(
            kql = "array_sort_asc",
            doc = "The arrays in the ascending order of the first one, nulls last unless told otherwise.",
            example = {
                "array_sort_asc(dynamic([3,null,1,2])) -> dynamic([[1,2,3,null]])",
                "array_sort_asc(dynamic([3,1]), dynamic(['a','b'])) -> dynamic([[1,3],['b','a']])",
                "array_sort_asc(dynamic([3,null,1]), dynamic(false)) -> dynamic([[null,1,3]])"
            },
            source = SOURCE,
            nulls = Nulls.SEEN)
    static Object ascending(Object first, Object... others) {
        return sorted(first, others, DynamicOrder::compare);
    }

    @Scalar(
            kql = "array_sort_desc",
            doc = "The arrays in the descending order of the first one, nulls last unless told otherwise.",
            example = "array_sort_desc(dynamic([3,null,1,2])) -> dynamic([[3,2,1,null]])",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static Object descending(Object first, Object... others) {
        return sorted(first, others, (left, right) -> DynamicOrder.compare(right, left));
    }

    private static List<Object> sorted(Object first, Object[] others, Comparator<Object> order) {
        int last = others.length - 1;
        boolean saysNulls = last >= 0 && others[last] instanceof Boolean;
        boolean nullsFirst = saysNulls && others[last].equals(false);
        Comparator<Object> whole = nullsFirst ? Comparator.nullsFirst(order) : Comparator.nullsLast(order);
        List<Object> arrays = new ArrayList<>();
        arrays.add(first);
        arrays.addAll(Arrays.asList(others).subList(0, saysNulls ? last : others.length));
        if (!(first instanceof List<?> keys)) {
            return Arrays.asList(new Object[arrays.size()]);
        }
        Integer[] places = new Integer[keys.size()];
        Arrays.setAll(places, i -> i);
        Arrays.sort(places, (left, right) -> whole.compare(keys.get(left), keys.get(right)));
        arrays.replaceAll(
                value -> value instanceof List<?> array && array.size() == places.length ? moved(array, places) : null);
        return arrays;
    }

    private static List<Object> moved(List<?> array, Integer[] places) {
        List<Object> moved = new ArrayList<>(places.length);
        for (int place : places) {
            moved.add(array.get(place));
        }
        return moved;
    }
}

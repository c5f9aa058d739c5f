package io.quarry.functions.json;

import io.quarry.functions.order.DynamicOrder;
import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Functions of dynamic arrays. */
final class DynamicArrays {
    private DynamicArrays() {}

    @Scalar(
            kql = {"array_length", "arraylength"},
            doc = "Number of elements; null for what is no array.",
            example = {"array_length(dynamic([1,2])) -> 2", "array_length(dynamic({})) -> long(null)"},
            source = "Kusto Query Language reference, array_length()")
    static Long length(Object value) {
        return value instanceof List<?> array ? Long.valueOf(array.size()) : null;
    }

    @Scalar(
            kql = "pack_array",
            doc = "Array of the arguments, nulls too.",
            example = "pack_array(dynamic(1), dynamic('a')) -> dynamic([1,'a'])",
            source = "Kusto Query Language reference, pack_array()",
            nulls = Nulls.SEEN)
    static Object pack(Object... values) {
        List<Object> array = new ArrayList<>(values.length);
        Collections.addAll(array, values);
        return array;
    }

    @Scalar(
            kql = "array_concat",
            doc = "Array of the elements of all arrays.",
            example = "array_concat(dynamic([1]), dynamic([2,3])) -> dynamic([1,2,3])",
            source = "Kusto Query Language reference, array_concat()",
            nulls = Nulls.SEEN)
    static Object concat(Object... arrays) {
        List<Object> all = new ArrayList<>();
        for (Object array : arrays) {
            if (array instanceof List<?> elements) {
                all.addAll(elements);
            } else if (array != null) {
                all.add(array);
            }
        }
        return all;
    }

    @Scalar(
            kql = "array_slice",
            doc = "The elements from a start to an end, both included; negative ones count from the end.",
            example = {
                "array_slice(dynamic([1,2,3]), 1, 2) -> dynamic([2,3])",
                "array_slice(dynamic([1,2,3,4,5]), -3, -2) -> dynamic([3,4])"
            },
            source = "Kusto Query Language reference, array_slice()")
    static Object slice(Object value, long start, long end) {
        if (!(value instanceof List<?> array)) {
            return null;
        }
        long from = Math.max(0, start < 0 ? array.size() + start : start);
        long to = end < 0 ? array.size() + end + 1 : Math.min(array.size() - 1L, end) + 1;
        return from >= to ? List.of() : new ArrayList<>(array.subList((int) from, (int) to));
    }

    @Scalar(
            kql = "array_index_of",
            doc = "Index of the first element equal to a value; -1 if there is none.",
            example = {
                "array_index_of(dynamic(['a','b']), dynamic('b')) -> 1",
                "array_index_of(dynamic([1,2]), dynamic('2')) -> -1"
            },
            source = "Kusto Query Language reference, array_index_of()")
    static Long indexOf(Object value, Object wanted) {
        return indexOf(value, wanted, 0, -1, 1);
    }

    @Scalar(
            kql = "array_index_of",
            doc = "The same from a start on; a negative one counts from the end.",
            example = "array_index_of(dynamic(['a','b','a']), dynamic('a'), -2) -> 2",
            source = "Kusto Query Language reference, array_index_of()")
    static Long indexOf(Object value, Object wanted, long start) {
        return indexOf(value, wanted, start, -1, 1);
    }

    @Scalar(
            kql = "array_index_of",
            doc = "The same among so many elements from the start; -1 is to the end.",
            example = "array_index_of(dynamic(['a','b','c']), dynamic('c'), 0, 2) -> -1",
            source = "Kusto Query Language reference, array_index_of()")
    static Long indexOf(Object value, Object wanted, long start, long length) {
        return indexOf(value, wanted, start, length, 1);
    }

    @Scalar(
            kql = "array_index_of",
            doc = "The same for a later occurrence; null for a length below -1 or an occurrence below 0.",
            example = {
                "array_index_of(dynamic(['a','b','a']), dynamic('a'), 0, -1, 2) -> 2",
                "array_index_of(dynamic(['a']), dynamic('a'), 0, -2, 1) -> long(null)"
            },
            source = "Kusto Query Language reference, array_index_of()")
    static Long indexOf(Object value, Object wanted, long start, long length, long occurrence) {
        if (!(value instanceof List<?> array) || length < -1 || occurrence < 0) {
            return null;
        }
        long from = Math.max(0, start < 0 ? array.size() + start : start);
        long to = length < 0 ? array.size() : from + Math.min(Math.max(0, array.size() - from), length);
        long found = 0;
        for (long i = from; i < to; i++) {
            Object element = array.get((int) i);
            if (element != null && DynamicOrder.equal(element, wanted) && ++found >= occurrence) {
                return i;
            }
        }
        return -1L;
    }

    @Scalar(
            kql = "array_sum",
            doc = "Sum of the elements, nulls left out; null where one is no number.",
            example = {"array_sum(dynamic([1,2.5,null])) -> 3.5", "array_sum(dynamic([1,'2'])) -> real(null)"},
            source = "Kusto Query Language reference, array_sum(); of nulls, answers of the Kusto emulator")
    static Double sum(Object value) {
        if (!(value instanceof List<?> array)) {
            return null;
        }
        double sum = 0;
        for (Object element : array) {
            if (element != null && !(element instanceof Number)) {
                return null;
            }
            sum += element == null ? 0 : ((Number) element).doubleValue();
        }
        return sum;
    }

    @Scalar(
            kql = {"array_iff", "array_iif"},
            doc =
                    "For each element of an array of truth values, the element at its place of the first or second array.",
            example = "array_iff(dynamic([true,false]), dynamic([1,2]), dynamic([3,4])) -> dynamic([1,4])",
            source = "Kusto Query Language reference, array_iff()")
    static Object choose(Object conditions, Object whenTrue, Object whenFalse) {
        if (!(conditions instanceof List<?> array)) {
            return null;
        }
        List<Object> chosen = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            Object condition = array.get(i);
            boolean isTrue =
                    Boolean.TRUE.equals(condition) || condition instanceof Number number && number.doubleValue() != 0;
            Object from = isTrue ? whenTrue : whenFalse;
            boolean isCondition = condition instanceof Boolean || condition instanceof Number;
            chosen.add(isCondition ? at(from, i) : null);
        }
        return chosen;
    }

    /** The element of an array, null beyond its end; a value that is no array stands for all its places. */
    private static Object at(Object value, int index) {
        if (!(value instanceof List<?> array)) {
            return value;
        }
        return index < array.size() ? array.get(index) : null;
    }

    @Scalar(
            kql = "zip",
            doc = "Array of arrays of the elements at the same place, padded with null.",
            example = "zip(dynamic([1,3]), dynamic([2])) -> dynamic([[1,2],[3,null]])",
            source = "Kusto Query Language reference, zip()")
    static Object zip(Object... arrays) {
        int size = 0;
        for (Object array : arrays) {
            size = Math.max(size, array instanceof List<?> list ? list.size() : 1);
        }
        List<Object> zipped = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<Object> place = new ArrayList<>();
            for (Object array : arrays) {
                place.add(at(array, i));
            }
            zipped.add(place);
        }
        return zipped;
    }
}

package io.quarry.functions.json;

import io.quarry.processor.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Arrays in another order: turned, shifted. What is no array gives null. */
final class ArrayOrder {
    private static final String TURN = "Kusto Query Language reference, array_rotate_left(); array_shift_left()";

    private ArrayOrder() {}

    @Scalar(
            kql = "array_reverse",
            doc = "The elements in the opposite order.",
            example = "array_reverse(dynamic([1,2,3])) -> dynamic([3,2,1])",
            source = "Kusto Query Language reference, array_reverse()")
    static Object reverse(Object value) {
        if (!(value instanceof List<?> array)) {
            return value;
        }
        List<Object> reversed = new ArrayList<>(array);
        Collections.reverse(reversed);
        return reversed;
    }

    @Scalar(
            kql = "array_rotate_left",
            doc = "The elements moved to the left, those that fall off added at the end.",
            example = {
                "array_rotate_left(dynamic([1,2,3,4,5]), 2) -> dynamic([3,4,5,1,2])",
                "array_rotate_left(dynamic([1,2,3,4,5]), -2) -> dynamic([4,5,1,2,3])"
            },
            source = TURN)
    static Object rotateLeft(Object value, long count) {
        if (!(value instanceof List<?> array)) {
            return null;
        }
        return rotated(array, -(count % Math.max(1, array.size())));
    }

    @Scalar(
            kql = "array_rotate_right",
            doc = "The elements moved to the right, those that fall off added at the start.",
            example = "array_rotate_right(dynamic([1,2,3,4,5]), 2) -> dynamic([4,5,1,2,3])",
            source = TURN)
    static Object rotateRight(Object value, long count) {
        return value instanceof List<?> array ? rotated(array, count % Math.max(1, array.size())) : null;
    }

    private static List<Object> rotated(List<?> array, long distance) {
        List<Object> rotated = new ArrayList<>(array);
        Collections.rotate(rotated, (int) distance);
        return rotated;
    }

    @Scalar(
            kql = "array_shift_left",
            doc = "The elements moved to the left, null in the places that become free.",
            example = "array_shift_left(dynamic([1,2,3,4,5]), 2) -> dynamic([3,4,5,null,null])",
            source = TURN)
    static Object shiftLeft(Object value, long count) {
        return shifted(value, count, null);
    }

    @Scalar(
            kql = "array_shift_left",
            doc = "The same with a value for the places that become free.",
            example = "array_shift_left(dynamic([1,2,3]), -1, dynamic(0)) -> dynamic([0,1,2])",
            source = TURN)
    static Object shiftLeft(Object value, long count, Object filler) {
        return shifted(value, count, filler);
    }

    @Scalar(
            kql = "array_shift_right",
            doc = "The elements moved to the right, null in the places that become free.",
            example = "array_shift_right(dynamic([1,2,3]), 1) -> dynamic([null,1,2])",
            source = TURN)
    static Object shiftRight(Object value, long count) {
        return shifted(value, -count, null);
    }

    @Scalar(kql = "array_shift_right", doc = "The same with a value for the places that become free.", source = TURN)
    static Object shiftRight(Object value, long count, Object filler) {
        return shifted(value, -count, filler);
    }

    private static Object shifted(Object value, long count, Object filler) {
        if (!(value instanceof List<?> array)) {
            return null;
        }
        List<Object> shifted = new ArrayList<>(array.size());
        for (long i = 0; i < array.size(); i++) {
            long from = i + Math.max(-array.size(), Math.min(array.size(), count));
            shifted.add(from >= 0 && from < array.size() ? array.get((int) from) : filler);
        }
        return shifted;
    }
}

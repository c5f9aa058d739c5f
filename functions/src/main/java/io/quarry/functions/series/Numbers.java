package io.quarry.functions.series;

import io.quarry.data.Dynamic;
import java.util.ArrayList;
import java.util.List;

/** The elements of dynamic arrays as numbers. Times count as their ticks. */
final class Numbers {
    private Numbers() {}

    /** The number that an element is, null if it is none. */
    static Double of(Object element) {
        if (element instanceof Number number) {
            return number.doubleValue();
        }
        Long ticks = ticks(element);
        return ticks == null ? null : Double.valueOf(ticks);
    }

    /** A whole number or the ticks of a time; null for all else. */
    static Long whole(Object element) {
        return element instanceof Long number ? number : ticks(element);
    }

    private static Long ticks(Object element) {
        if (element instanceof Dynamic.DateTime time) {
            return time.ticks();
        }
        return element instanceof Dynamic.TimeSpan span ? Long.valueOf(span.ticks()) : null;
    }

    /** The numbers of an array; null if it is no array, or an element is no number. */
    static double[] all(Object value) {
        if (!(value instanceof List<?> array)) {
            return null;
        }
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            Double number = of(array.get(i));
            if (number == null) {
                return null;
            }
            numbers[i] = number;
        }
        return numbers;
    }

    /** As {@link #all}, with NaN where an element is no number. */
    static double[] orNaN(Object value) {
        if (!(value instanceof List<?> array)) {
            return null;
        }
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            Double number = of(array.get(i));
            numbers[i] = number == null ? Double.NaN : number;
        }
        return numbers;
    }

    static boolean areFinite(double[] numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    static List<Object> array(double[] numbers) {
        List<Object> array = new ArrayList<>(numbers.length);
        for (double number : numbers) {
            array.add(number);
        }
        return array;
    }

    /** As {@link #array}, with null in the place of NaN. */
    static List<Object> arrayWithNulls(double[] numbers) {
        List<Object> array = new ArrayList<>(numbers.length);
        for (double number : numbers) {
            array.add(Double.isNaN(number) ? null : (Object) number);
        }
        return array;
    }

    static double mean(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }

    /** The sample variance; 0 of a single number. */
    static double variance(double[] numbers) {
        double mean = mean(numbers);
        double squares = 0;
        for (double number : numbers) {
            squares += (number - mean) * (number - mean);
        }
        return numbers.length < 2 ? 0 : squares / (numbers.length - 1);
    }
}

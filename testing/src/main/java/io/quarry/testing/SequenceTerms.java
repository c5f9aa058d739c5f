package io.quarry.testing;

import java.math.BigDecimal;
import java.util.NoSuchElementException;

/** The terms of a sequence, by exact arithmetic for whole numbers and decimals. */
final class SequenceTerms {
    private final Object start;
    private final Object stop;
    private final Object step;
    private long index;

    SequenceTerms(Object start, Object stop, Object step) {
        this.start = start;
        this.stop = stop;
        this.step = step;
    }

    boolean hasNext() {
        if (start == null || stop == null || step == null) {
            return false;
        }
        if (start instanceof Double) {
            double value = real();
            double by = (Double) step;
            return by > 0 ? value <= (Double) stop : by < 0 && value >= (Double) stop;
        }
        int sign = exact(step).signum();
        return sign != 0 && value().compareTo(exact(stop)) * sign <= 0;
    }

    Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Object term = term();
        index++;
        return term;
    }

    private Object term() {
        if (start instanceof Double) {
            return real();
        }
        if (start instanceof Long) {
            return value().longValueExact();
        }
        return value();
    }

    private double real() {
        return (Double) start + index * (Double) step;
    }

    private BigDecimal value() {
        return exact(start).add(exact(step).multiply(BigDecimal.valueOf(index)));
    }

    private static BigDecimal exact(Object number) {
        return number instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) number;
    }
}

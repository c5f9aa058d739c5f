package io.quarry.kql.syntax;

import io.quarry.data.Ticks;
import io.quarry.data.Type;
import io.quarry.kql.syntax.Token.Kind;
import io.quarry.plan.Span;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Reads what begins with a digit: long, real, timespan, or a name such as {@code 3Dchart}. */
final class NumberScanner {
    /** The smallest long without its sign: too large by itself, and its own negative. */
    private static final String SMALLEST = "9223372036854775808";

    private static final Map<String, Long> UNITS = new HashMap<>();

    static {
        units(Ticks.PER_DAY, "d", "day", "days");
        units(Ticks.PER_HOUR, "h", "hr", "hrs", "hour", "hours");
        units(Ticks.PER_MINUTE, "m", "min", "minute", "minutes");
        units(Ticks.PER_SECOND, "s", "sec", "second", "seconds");
        units(Ticks.PER_MILLISECOND, "ms", "milli", "millis", "millisec", "millisecond", "milliseconds");
        units(Ticks.PER_MICROSECOND, "micro", "micros", "microsec", "microsecond", "microseconds");
        units(1, "tick", "ticks");
        units(0, "nano", "nanos", "nanosec", "nanosecond", "nanoseconds");
    }

    private final String text;
    private final int start;
    private int at;
    private boolean outOfRange;

    NumberScanner(String text, int start) {
        this.text = text;
        this.start = start;
        this.at = start;
    }

    private static void units(long ticks, String... names) {
        for (String name : names) {
            UNITS.put(name, ticks);
        }
    }

    /** True if the number that was read does not fit its type. */
    boolean isOutOfRange() {
        return outOfRange;
    }

    Token scan() {
        if (text.charAt(start) == '0'
                && (charAt(start + 1) == 'x' || charAt(start + 1) == 'X')
                && isHex(charAt(start + 2))) {
            return hexadecimal();
        }
        skipDigits();
        boolean fraction = charAt(at) == '.' && charAt(at + 1) != '.' && !Scanner.isNameStart(charAt(at + 1));
        if (fraction) {
            at++;
            skipDigits();
        }
        int digitsEnd = at;
        while (Scanner.isNamePart(charAt(at))) {
            at++;
        }
        String suffix = text.substring(digitsEnd, at);
        if (suffix.isEmpty()) {
            return fraction ? real() : whole();
        }
        Long unit = UNITS.get(suffix);
        if (unit != null) {
            return timespan(digitsEnd, unit);
        }
        return exponent(digitsEnd, fraction);
    }

    private Token exponent(int digitsEnd, boolean fraction) {
        int exponent = digitsEnd;
        char c = charAt(exponent);
        int digits = exponent + 1;
        if (charAt(digits) == '+' || charAt(digits) == '-') {
            digits++;
        }
        if ((c == 'e' || c == 'E') && Scanner.isDigit(charAt(digits))) {
            at = digits;
            skipDigits();
            return real();
        }
        if (fraction) {
            at = digitsEnd;
            return real();
        }
        return Token.of(Kind.NAME, new Span(start, at), text.substring(start, at));
    }

    private Token hexadecimal() {
        at = start + 2;
        while (isHex(charAt(at))) {
            at++;
        }
        String digits = text.substring(start + 2, at);
        outOfRange = digits.length() > 16;
        return literal(Type.LONG, outOfRange ? 0L : Long.parseUnsignedLong(digits, 16));
    }

    private Token whole() {
        try {
            return literal(Type.LONG, Long.parseLong(text, start, at, 10));
        } catch (NumberFormatException e) {
            boolean smallest = start > 0
                    && text.charAt(start - 1) == '-'
                    && text.substring(start, at).equals(SMALLEST);
            outOfRange = !smallest;
            return literal(Type.LONG, smallest ? Long.MIN_VALUE : 0L);
        }
    }

    private Token real() {
        return literal(Type.REAL, Double.parseDouble(text.substring(start, at)));
    }

    /** A unit of zero ticks stands for nanoseconds, a hundredth of a tick; what is less than a tick is cut off. */
    private Token timespan(int digitsEnd, long unit) {
        BigDecimal number = new BigDecimal(text.substring(start, digitsEnd));
        BigDecimal ticks = unit == 0 ? number.movePointLeft(2) : number.multiply(BigDecimal.valueOf(unit));
        outOfRange = ticks.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0;
        return literal(Type.TIMESPAN, outOfRange ? 0L : ticks.longValue());
    }

    private Token literal(Type type, Object value) {
        return new Token(Kind.LITERAL, new Span(start, at), text.substring(start, at), type, value);
    }

    private void skipDigits() {
        while (Scanner.isDigit(charAt(at))) {
            at++;
        }
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }
}

package io.quarry.functions.number;

/**
 * The text of reals as Kusto writes it, alone and inside of dynamic values: few digits that read back as the same number, at
 * least one after the point, {@code inf}, {@code -inf} and {@code NaN}. From 1e21 on and below 1e-6 with an exponent.
 *
 * <p>Source: answers of the Kusto emulator: {@code 1.0}, {@code -0.0}, {@code 100000000000.0}, {@code 0.30000000000000007}
 * for 0.1 + 0.2, {@code 0.3333333333333333} for 1 / 3. These are what the JSON library RapidJSON 1.1 writes, and so are the
 * bounds for exponents.
 */
public final class RealText {
    /** A number with more digits than these before its point is written with an exponent. */
    private static final int WHOLE_DIGITS = 21;

    /** A number below 1 with as many zeros after its point or more is written with an exponent. */
    private static final int ZEROS = 6;

    private RealText() {}

    public static String of(double real) {
        if (Double.isNaN(real)) {
            return "NaN";
        }
        String sign = real < 0 || 1 / real < 0 ? "-" : "";
        if (Double.isInfinite(real)) {
            return sign + "inf";
        }
        if (real == 0) {
            return sign + "0.0";
        }
        ShortestDigits shortest = new ShortestDigits(Math.abs(real));
        return sign + arranged(shortest.digits(), shortest.power());
    }

    private static String arranged(String digits, int power) {
        int point = digits.length() + power;
        if (point > WHOLE_DIGITS || point <= -ZEROS) {
            String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            return mantissa + "e" + (point - 1);
        }
        if (power >= 0) {
            return digits + "0".repeat(power) + ".0";
        }
        return point > 0
                ? digits.substring(0, point) + "." + digits.substring(point)
                : "0." + "0".repeat(-point) + digits;
    }
}

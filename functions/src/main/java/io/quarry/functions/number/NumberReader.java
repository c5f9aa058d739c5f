package io.quarry.functions.number;

import java.math.BigDecimal;

/**
 * Reads numbers as KQL's conversions do: blanks around are skipped; what is no number or out of range gives null.
 *
 * <p>Source: Kusto Query Language reference, tolong() and todouble(); answers of the Kusto emulator for the edges.
 */
public final class NumberReader {
    private NumberReader() {}

    /** A whole number in decimal or {@code 0x} form, or null. */
    public static Long readLong(String text) {
        String trimmed = text.strip();
        try {
            boolean isNegative = trimmed.startsWith("-");
            String digits = isNegative ? trimmed.substring(1) : trimmed;
            if (digits.startsWith("0x") || digits.startsWith("0X")) {
                boolean isSigned = digits.length() > 2 && Character.digit(digits.charAt(2), 16) < 0;
                if (isSigned) {
                    return null;
                }
                long value = Long.parseUnsignedLong(digits.substring(2), 16);
                return isNegative ? -value : value;
            }
            return isAscii(trimmed) ? Long.valueOf(trimmed) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A number with or without fraction and exponent, {@code nan} or an infinity; or null. */
    public static Double readReal(String text) {
        String trimmed = text.strip();
        switch (trimmed) {
            case "nan", "NaN" -> {
                return Double.NaN;
            }
            case "inf", "+inf", "Inf", "+Inf", "Infinity", "+Infinity" -> {
                return Double.POSITIVE_INFINITY;
            }
            case "-inf", "-Inf", "-Infinity" -> {
                return Double.NEGATIVE_INFINITY;
            }
            default -> {
                return isDecimal(trimmed) ? Double.valueOf(trimmed) : null;
            }
        }
    }

    /** A decimal number of the first 34 digits, or null. */
    public static BigDecimal readDecimal(String text) {
        String trimmed = text.strip();
        if (!isDecimal(trimmed)) {
            return null;
        }
        try {
            return Decimals.of(new BigDecimal(trimmed));
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** {@code [+-] digits [. digits] [e [+-] digits]}, with a digit before the exponent. */
    private static boolean isDecimal(String text) {
        int at = skipSign(text, 0);
        int digits = countDigits(text, at);
        at += digits;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = countDigits(text, at + 1);
            at += 1 + fraction;
            digits += fraction;
        }
        if (digits == 0) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at = skipSign(text, at + 1);
            int exponent = countDigits(text, at);
            at += exponent;
            if (exponent == 0) {
                return false;
            }
        }
        return at == text.length();
    }

    private static int skipSign(String text, int at) {
        boolean isSign = at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+');
        return isSign ? at + 1 : at;
    }

    private static int countDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }
}

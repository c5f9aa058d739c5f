package io.quarry.functions.number;

import io.quarry.processor.Scalar;
import java.math.BigDecimal;

/** KQL's arithmetic of numbers: whole numbers wrap around, divide towards zero, and are null divided by zero. */
final class Arithmetic {
    private static final String SOURCE = "Kusto Query Language reference, Numerical operators";

    private Arithmetic() {}

    @Scalar(kql = "+", doc = "Sum; wraps around.", source = SOURCE)
    static long plus(long left, long right) {
        return left + right;
    }

    @Scalar(kql = "+", doc = "Sum.", source = SOURCE)
    static double plus(double left, double right) {
        return left + right;
    }

    @Scalar(kql = "+", doc = "Sum; null beyond the decimals.", source = SOURCE)
    static BigDecimal plus(BigDecimal left, BigDecimal right) {
        return Decimals.of(left.add(right, Decimals.DIGITS));
    }

    @Scalar(kql = "-", doc = "Difference; wraps around.", source = SOURCE)
    static long minus(long left, long right) {
        return left - right;
    }

    @Scalar(kql = "-", doc = "Difference.", source = SOURCE)
    static double minus(double left, double right) {
        return left - right;
    }

    @Scalar(kql = "-", doc = "Difference; null beyond the decimals.", source = SOURCE)
    static BigDecimal minus(BigDecimal left, BigDecimal right) {
        return Decimals.of(left.subtract(right, Decimals.DIGITS));
    }

    @Scalar(kql = "-", doc = "The number with the other sign; wraps around.", source = SOURCE)
    static long negative(long number) {
        return -number;
    }

    @Scalar(kql = "-", doc = "The number with the other sign.", source = SOURCE)
    static double negative(double number) {
        return -number;
    }

    @Scalar(kql = "-", doc = "The number with the other sign.", source = SOURCE)
    static BigDecimal negative(BigDecimal number) {
        return number.negate();
    }

    @Scalar(kql = "*", doc = "Product; wraps around.", source = SOURCE)
    static long times(long left, long right) {
        return left * right;
    }

    @Scalar(kql = "*", doc = "Product.", source = SOURCE)
    static double times(double left, double right) {
        return left * right;
    }

    @Scalar(kql = "*", doc = "Product; null beyond the decimals.", source = SOURCE)
    static BigDecimal times(BigDecimal left, BigDecimal right) {
        return Decimals.of(left.multiply(right, Decimals.DIGITS));
    }

    @Scalar(kql = "/", doc = "Quotient without its fraction; null divided by zero.", source = SOURCE)
    static Long divide(long left, long right) {
        return right == 0 ? null : Long.valueOf(left / right);
    }

    @Scalar(kql = "/", doc = "Quotient; an infinity or NaN divided by zero.", source = SOURCE)
    static double divide(double left, double right) {
        return left / right;
    }

    @Scalar(kql = "/", doc = "Quotient of 34 digits; null divided by zero.", source = SOURCE)
    static BigDecimal divide(BigDecimal left, BigDecimal right) {
        return right.signum() == 0 ? null : Decimals.of(left.divide(right, Decimals.DIGITS));
    }

    @Scalar(kql = "%", doc = "Remainder, never negative; null divided by zero.", source = SOURCE)
    static Long modulo(long left, long right) {
        if (right == 0) {
            return null;
        }
        long remainder = left % right;
        return remainder >= 0 ? remainder : right < 0 ? remainder - right : remainder + right;
    }

    @Scalar(kql = "%", doc = "Remainder, never negative; NaN divided by zero.", source = SOURCE)
    static double modulo(double left, double right) {
        double remainder = left % right;
        return remainder < 0 ? remainder + Math.abs(right) : remainder;
    }

    @Scalar(kql = "%", doc = "Remainder, never negative; null divided by zero.", source = SOURCE)
    static BigDecimal modulo(BigDecimal left, BigDecimal right) {
        if (right.signum() == 0) {
            return null;
        }
        BigDecimal remainder = left.remainder(right);
        return remainder.signum() < 0 ? remainder.add(right.abs()) : remainder;
    }
}

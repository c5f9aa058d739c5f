package io.quarry.functions.number;

import static io.quarry.data.Type.INT;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.processor.Of;
import io.quarry.processor.Scalar;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounding, signs and magnitudes. */
final class Rounding {
    private static final String ROUND = "Kusto Query Language reference, round()";
    private static final String ABS = "Kusto Query Language reference, abs()";
    private static final String CEILING = "Kusto Query Language reference, ceiling()";

    private Rounding() {}

    @Scalar(
            kql = "round",
            doc = "The nearest whole number, a half away from zero.",
            example = {"round(2.5) -> 3.0", "round(-2.5) -> -3.0"},
            source = ROUND)
    static double round(double number) {
        return round(number, 0);
    }

    @Scalar(
            kql = "round",
            doc = "The number with so many decimals, a half away from zero.",
            example = {"round(2.98765, 3) -> 2.988", "round(1234.0, -2) -> 1200.0"},
            source = ROUND)
    static double round(double number, long decimals) {
        return Double.isFinite(number)
                ? rounded(BigDecimal.valueOf(number), decimals).doubleValue()
                : number;
    }

    @Scalar(kql = "round", doc = "The number itself.", example = "round(7) -> 7", source = ROUND)
    @Of({INT, LONG})
    static long round(@Of({INT, LONG}) long number) {
        return number;
    }

    @Scalar(
            kql = "round",
            doc =
                    "The number with so many decimals: a negative count rounds to tens, hundreds, ...; null if the result is no long.",
            example = "round(1250, -2) -> 1300",
            source = ROUND)
    @Of({INT, LONG})
    static Long round(@Of({INT, LONG}) long number, @Of(LONG) long decimals) {
        if (decimals >= 0) {
            return number;
        }
        BigDecimal rounded = rounded(BigDecimal.valueOf(number), decimals);
        return rounded.toBigInteger().bitLength() < Long.SIZE ? Long.valueOf(rounded.longValue()) : null;
    }

    @Scalar(kql = "round", doc = "The nearest whole number, a half away from zero.", source = ROUND)
    static BigDecimal round(BigDecimal number) {
        return number.setScale(0, RoundingMode.HALF_UP);
    }

    @Scalar(kql = "round", doc = "The number with so many decimals, a half away from zero.", source = ROUND)
    static BigDecimal round(BigDecimal number, long decimals) {
        return rounded(number, decimals);
    }

    /** Beyond its own decimals a number stays as it is; rounded to more than all its digits it is zero. */
    private static BigDecimal rounded(BigDecimal number, long decimals) {
        if (decimals >= number.scale()) {
            return number;
        }
        long digits = (long) number.precision() - number.scale();
        return -decimals > digits ? BigDecimal.ZERO : number.setScale((int) decimals, RoundingMode.HALF_UP);
    }

    @Scalar(
            kql = "ceiling",
            doc = "The smallest whole number that is not below.",
            example = {"ceiling(-1.1) -> -1.0", "ceiling(0.9) -> 1.0"},
            source = CEILING)
    static double ceiling(double number) {
        return Math.ceil(number);
    }

    @Scalar(kql = "ceiling", doc = "The number itself.", source = CEILING)
    @Of({INT, LONG})
    static long ceiling(@Of({INT, LONG}) long number) {
        return number;
    }

    @Scalar(kql = "ceiling", doc = "The smallest whole number that is not below.", source = CEILING)
    static BigDecimal ceiling(BigDecimal number) {
        return number.setScale(0, RoundingMode.CEILING);
    }

    @Scalar(
            kql = "abs",
            doc = "The number or span without its sign.",
            example = {"abs(-5) -> 5", "abs(time(-01:00:00)) -> 1h"},
            source = ABS)
    @Of({LONG, TIMESPAN})
    static long abs(@Of({LONG, TIMESPAN}) long number) {
        return Math.abs(number);
    }

    @Scalar(kql = "abs", doc = "The number without its sign.", example = "abs(-5.5) -> 5.5", source = ABS)
    static double abs(double number) {
        return Math.abs(number);
    }

    @Scalar(kql = "abs", doc = "The number without its sign.", source = ABS)
    static BigDecimal abs(BigDecimal number) {
        return number.abs();
    }

    @Scalar(
            kql = "sign",
            doc = "-1, 0 or 1; 0 for NaN.",
            example = {"sign(-42.0) -> -1.0", "sign(0.0) -> 0.0"},
            source = "Kusto Query Language reference, sign()")
    static double sign(double number) {
        return number > 0 ? 1 : number < 0 ? -1 : 0;
    }
}

package io.quarry.functions.time;

import static io.quarry.data.Type.DATETIME;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.processor.Of;
import io.quarry.processor.Scalar;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** KQL's {@code bin}: values rounded down to a multiple of a size; null for a size that is not positive. */
final class Bins {
    private static final String BIN = "Kusto Query Language reference, bin()";
    private static final String BIN_AT = "Kusto Query Language reference, bin_at()";

    private Bins() {}

    @Scalar(
            kql = {"bin", "floor"},
            doc = "The largest multiple of the size that is not above the value.",
            example = {"bin(7, 5) -> 5", "bin(-7, 5) -> -10", "bin(1h, 7m) -> 56m", "bin(7, 0) -> long(null)"},
            source = BIN)
    @Of({LONG, TIMESPAN})
    static Long bin(@Of({LONG, TIMESPAN}) long value, @Of({LONG, TIMESPAN}) long size) {
        return size <= 0 ? null : Long.valueOf(value - Math.floorMod(value, size));
    }

    @Scalar(
            kql = {"bin", "floor"},
            doc = "The largest multiple of the size that is not above the value.",
            example = {"bin(4.5, 1.0) -> 4.0", "bin(-4.5, 2.0) -> -6.0"},
            source = BIN)
    static Double bin(double value, double size) {
        return size > 0 ? Double.valueOf(Math.floor(value / size) * size) : null;
    }

    @Scalar(
            kql = {"bin", "floor"},
            doc = "The largest multiple of the size that is not above the value.",
            example = "bin(decimal(5.5), decimal(2)) -> decimal(4)",
            source = BIN)
    static BigDecimal bin(BigDecimal value, BigDecimal size) {
        return size.signum() > 0 ? value.divide(size, 0, RoundingMode.FLOOR).multiply(size) : null;
    }

    @Scalar(
            kql = {"bin", "floor"},
            doc = "The start of the value's span, counted from 0001-01-01, which was a Monday.",
            example = {
                "bin(datetime(1970-05-11 13:45:07), 1d) -> datetime(1970-05-11)",
                "bin(datetime(1955-11-05), 7d) -> datetime(1955-10-31)"
            },
            source = BIN)
    @Of(DATETIME)
    static Long binTime(@Of(DATETIME) long time, @Of(TIMESPAN) long size) {
        return size <= 0 ? null : Long.valueOf(time - Math.floorMod(time, size));
    }

    @Scalar(
            kql = "bin_at",
            doc = "The start of the value's bin, where bins are aligned on a point.",
            example = {"bin_at(6, 5, 1) -> 6", "bin_at(4, 5, 1) -> 1"},
            source = BIN_AT)
    @Of({LONG, TIMESPAN})
    static Long binAt(
            @Of({LONG, TIMESPAN}) long value, @Of({LONG, TIMESPAN}) long size, @Of({LONG, TIMESPAN}) long point) {
        return size <= 0 ? null : Long.valueOf(value - Math.floorMod(value - point, size));
    }

    @Scalar(
            kql = "bin_at",
            doc = "The start of the value's bin, where bins are aligned on a point.",
            example = "bin_at(6.5, 2.5, 7.0) -> 4.5",
            source = BIN_AT)
    static Double binAt(double value, double size, double point) {
        return size > 0 ? Double.valueOf(point + Math.floor((value - point) / size) * size) : null;
    }

    @Scalar(
            kql = "bin_at",
            doc = "The start of the value's bin, where bins are aligned on a point.",
            example = "bin_at(decimal(6.5), decimal(2.5), decimal(7)) -> decimal(4.5)",
            source = BIN_AT)
    static BigDecimal binAt(BigDecimal value, BigDecimal size, BigDecimal point) {
        BigDecimal start = bin(value.subtract(point), size);
        return start == null ? null : point.add(start);
    }

    @Scalar(
            kql = "bin_at",
            doc = "The start of the value's span, where spans are aligned on a point in time.",
            example = "bin_at(datetime(2017-05-15 10:20:00.0), 1d, datetime(1970-01-01 12:00:00.0))"
                    + " -> datetime(2017-05-14 12:00:00.0)",
            source = BIN_AT)
    @Of(DATETIME)
    static Long binTimeAt(@Of(DATETIME) long time, @Of(TIMESPAN) long size, @Of(DATETIME) long point) {
        return size <= 0 ? null : Calendar.inRange(time - Math.floorMod(time - point, size));
    }
}

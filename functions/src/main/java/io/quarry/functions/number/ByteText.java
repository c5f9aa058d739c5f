package io.quarry.functions.number;

import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Sizes of data as text. */
final class ByteText {
    private static final List<String> UNITS = List.of("Bytes", "KB", "MB", "GB", "TB", "PB", "EB");

    private ByteText() {}

    @Scalar(
            kql = "format_bytes",
            doc = "The size in the largest unit that it fills.",
            example = {"format_bytes(564.0) -> '564 Bytes'", "format_bytes(10332.0) -> '10 KB'"},
            source = "Kusto Query Language reference, format_bytes()",
            nulls = Nulls.GIVE_EMPTY)
    static String format(double bytes) {
        return format(bytes, 0);
    }

    @Scalar(
            kql = "format_bytes",
            doc = "The size in the largest unit that it fills, with so many decimals.",
            example = "format_bytes(10332.0, 2) -> '10.09 KB'",
            source = "Kusto Query Language reference, format_bytes()",
            nulls = Nulls.GIVE_EMPTY)
    static String format(double bytes, long decimals) {
        int unit = 0;
        while (unit < UNITS.size() - 1 && Math.abs(bytes) >= Math.pow(1024, unit + 1)) {
            unit++;
        }
        return inUnit(bytes, decimals, unit);
    }

    @Scalar(
            kql = "format_bytes",
            doc = "The size in a unit, with so many decimals.",
            example = "format_bytes(20010332.0, 0, 'MB') -> '19 MB'",
            source = "Kusto Query Language reference, format_bytes()",
            nulls = Nulls.GIVE_EMPTY)
    static String format(double bytes, long decimals, String unit) {
        int index = UNITS.indexOf(unit);
        return index < 0 ? format(bytes, decimals) : inUnit(bytes, decimals, index);
    }

    private static String inUnit(double bytes, long decimals, int unit) {
        double size = bytes / Math.pow(1024, unit);
        if (!Double.isFinite(size)) {
            return RealText.of(size);
        }
        int scale = (int) Math.max(0, Math.min(15, decimals));
        BigDecimal rounded =
                BigDecimal.valueOf(size).setScale(scale, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.toPlainString() + " " + UNITS.get(unit);
    }
}

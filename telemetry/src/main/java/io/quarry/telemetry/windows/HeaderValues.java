package io.quarry.telemetry.windows;

import io.quarry.data.Ticks;
import io.quarry.telemetry.EventHeader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Values of the event header that JSON writers render in words or in other numbers than the event holds. */
public final class HeaderValues {
    private static final BigDecimal MILLIS_SINCE = BigDecimal.valueOf(100_000_000_000L);

    private HeaderValues() {}

    /** The number of a level by its English name; other texts as they are. */
    public static String level(String text) {
        return text == null
                ? null
                : switch (text.toLowerCase(Locale.ROOT)) {
                    case "critical" -> "1";
                    case "error" -> "2";
                    case "warning" -> "3";
                    case "information", "info" -> "4";
                    case "verbose" -> "5";
                    default -> text;
                };
    }

    /** The mask of bits as Windows writes it, also from a decimal number or from the names of the audit keywords. */
    public static String keywords(Object value) {
        if (value instanceof List<?> names) {
            return names.size() == 1 ? keywords(names.get(0)) : null;
        }
        if (!(value instanceof String text)) {
            return null;
        }
        return switch (text) {
            case "Audit Success" -> "0x8020000000000000";
            case "Audit Failure" -> "0x8010000000000000";
            default -> text.matches("-?\\d{1,20}") ? "0x" + hex(new BigDecimal(text)) : text;
        };
    }

    private static String hex(BigDecimal number) {
        return Long.toHexString(number.longValue());
    }

    /** A time as text, as seconds or milliseconds since 1970, or as .NET writes it: {@code /Date(1600000000000)/}. */
    public static long time(String text) {
        if (text == null) {
            return EventHeader.NO_TIME;
        }
        String number = text.startsWith("/Date(") && text.endsWith(")/") ? text.substring(6, text.length() - 2) : text;
        if (!number.matches("\\d{1,15}(\\.\\d{1,12})?")) {
            return SystemTime.parse(text);
        }
        BigDecimal value = new BigDecimal(number);
        long unit = value.compareTo(MILLIS_SINCE) < 0 ? Ticks.PER_SECOND : Ticks.PER_MILLISECOND;
        BigDecimal ticks = value.multiply(BigDecimal.valueOf(unit)).add(BigDecimal.valueOf(Ticks.UNIX_EPOCH));
        return ticks.compareTo(BigDecimal.valueOf(Ticks.MAX_DATETIME)) > 0 ? EventHeader.NO_TIME : ticks.longValue();
    }

    /** The first of these that is a time. */
    public static long firstTime(String... texts) {
        for (String text : texts) {
            long time = time(text);
            if (time != EventHeader.NO_TIME) {
                return time;
            }
        }
        return EventHeader.NO_TIME;
    }

    /** The first of these that is there. */
    public static String first(String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}

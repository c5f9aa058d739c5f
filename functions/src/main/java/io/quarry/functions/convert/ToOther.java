package io.quarry.functions.convert;

import static io.quarry.data.Type.DATETIME;
import static io.quarry.data.Type.INT;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.data.Dynamic;
import io.quarry.data.Ticks;
import io.quarry.functions.number.NumberReader;
import io.quarry.functions.time.DatetimeReader;
import io.quarry.functions.time.TimespanReader;
import io.quarry.processor.Of;
import io.quarry.processor.Scalar;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;

/** KQL's conversions to bool, datetime, timespan and guid: null for what cannot be converted. */
final class ToOther {
    private static final String BOOL_SOURCE = "Kusto Query Language reference, tobool()";
    private static final String DATETIME_SOURCE = "Kusto Query Language reference, todatetime()";
    private static final String TIMESPAN_SOURCE = "Kusto Query Language reference, totimespan()";
    private static final String GUID_SOURCE = "Kusto Query Language reference, toguid()";

    private ToOther() {}

    @Scalar(
            kql = {"tobool", "toboolean"},
            doc = "The truth value.",
            source = BOOL_SOURCE)
    static boolean toBool(boolean value) {
        return value;
    }

    @Scalar(
            kql = {"tobool", "toboolean"},
            doc = "False for 0, else true.",
            example = "tobool(2) -> true",
            source = BOOL_SOURCE)
    static boolean toBool(@Of({INT, LONG}) long value) {
        return value != 0;
    }

    @Scalar(
            kql = {"tobool", "toboolean"},
            doc = "False for 0, else true.",
            source = BOOL_SOURCE)
    static boolean toBool(double value) {
        return value != 0;
    }

    @Scalar(
            kql = {"tobool", "toboolean"},
            doc = "False for 0, else true.",
            source = BOOL_SOURCE)
    static boolean toBool(BigDecimal value) {
        return value.signum() != 0;
    }

    @Scalar(
            kql = {"tobool", "toboolean"},
            doc = "The truth value or whole number that the text is.",
            example = {"tobool('TRUE') -> true", "tobool('0') -> false", "tobool('yes') -> bool(null)"},
            source = BOOL_SOURCE)
    static Boolean toBool(String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> {
                return true;
            }
            case "false" -> {
                return false;
            }
            default -> {
                boolean isDigits = text.matches("-?([0-9]+|0[xX][0-9a-fA-F]+)");
                Long number = isDigits ? NumberReader.readLong(text) : null;
                return number == null ? null : Boolean.valueOf(number != 0);
            }
        }
    }

    @Scalar(
            kql = {"tobool", "toboolean"},
            doc = "The truth value of a dynamic value.",
            source = BOOL_SOURCE)
    static Boolean toBool(Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        return value instanceof String text ? toBool(text) : null;
    }

    @Scalar(kql = "todatetime", doc = "The point in time.", source = DATETIME_SOURCE)
    @Of(DATETIME)
    static long toDatetime(@Of(DATETIME) long value) {
        return value;
    }

    @Scalar(kql = "todatetime", doc = "The point in time so many ticks after the year 1.", source = DATETIME_SOURCE)
    @Of(DATETIME)
    static Long ticksToDatetime(@Of({INT, LONG}) long value) {
        return value < 0 || value > Ticks.MAX_DATETIME ? null : Long.valueOf(value);
    }

    @Scalar(
            kql = "todatetime",
            doc = "The point in time that the text is.",
            example = {
                "todatetime('2015-12-24') -> datetime(2015-12-24)",
                "todatetime('2020-06-15T13:45:09.1234567+02:00') -> datetime(2020-06-15T11:45:09.1234567Z)",
                "todatetime('soon') -> datetime(null)"
            },
            source = DATETIME_SOURCE)
    @Of(DATETIME)
    static Long toDatetime(String text) {
        return DatetimeReader.read(text);
    }

    @Scalar(kql = "todatetime", doc = "The point in time of a dynamic value.", source = DATETIME_SOURCE)
    @Of(DATETIME)
    static Long toDatetime(Object value) {
        if (value instanceof String text) {
            return toDatetime(text);
        }
        if (value instanceof Long ticks) {
            return ticksToDatetime(ticks);
        }
        return value instanceof Dynamic.DateTime time ? Long.valueOf(time.ticks()) : null;
    }

    @Scalar(
            kql = {"totimespan", "totime"},
            doc = "The span of time; of a number, so many ticks.",
            source = TIMESPAN_SOURCE)
    @Of(TIMESPAN)
    static long toTimespan(@Of({INT, LONG, TIMESPAN}) long value) {
        return value;
    }

    @Scalar(
            kql = {"totimespan", "totime"},
            doc = "The span of time that the text is.",
            example = {"totimespan('1.02:03:04') -> 1d + 2h + 3m + 4s", "totimespan('1h') -> 1h"},
            source = TIMESPAN_SOURCE)
    @Of(TIMESPAN)
    static Long toTimespan(String text) {
        return TimespanReader.read(text);
    }

    @Scalar(
            kql = {"totimespan", "totime"},
            doc = "The span of time of a dynamic value.",
            source = TIMESPAN_SOURCE)
    @Of(TIMESPAN)
    static Long toTimespan(Object value) {
        if (value instanceof String text) {
            return toTimespan(text);
        }
        if (value instanceof Long ticks) {
            return ticks;
        }
        return value instanceof Dynamic.TimeSpan span ? Long.valueOf(span.ticks()) : null;
    }

    @Scalar(kql = "toguid", doc = "The id.", source = GUID_SOURCE)
    static UUID toGuid(UUID value) {
        return value;
    }

    @Scalar(
            kql = "toguid",
            doc = "The id that the text is.",
            example = {
                "toguid('74BE27DE-1E4E-49D9-B579-FE0B331D3642') -> guid(74be27de-1e4e-49d9-b579-fe0b331d3642)",
                "toguid('1-2-3-4-5') -> guid(null)"
            },
            source = GUID_SOURCE)
    static UUID toGuid(String text) {
        return Guids.read(text);
    }

    @Scalar(kql = "toguid", doc = "The id of a dynamic value.", source = GUID_SOURCE)
    static UUID toGuid(Object value) {
        if (value instanceof String text) {
            return toGuid(text);
        }
        return value instanceof UUID guid ? guid : null;
    }
}

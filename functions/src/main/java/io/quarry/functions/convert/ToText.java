package io.quarry.functions.convert;

import static io.quarry.data.Type.INT;
import static io.quarry.data.Type.LONG;

import io.quarry.data.Ticks;
import io.quarry.data.Type;
import io.quarry.functions.json.DynamicText;
import io.quarry.functions.number.RealText;
import io.quarry.functions.time.TimespanText;
import io.quarry.processor.Nulls;
import io.quarry.processor.Of;
import io.quarry.processor.Scalar;
import java.math.BigDecimal;
import java.util.UUID;

/** KQL's {@code tostring}; of null, the empty text. */
final class ToText {
    private static final String SOURCE = "Kusto Query Language reference, tostring(); answers of the Kusto emulator";

    private ToText() {}

    @Scalar(
            kql = "tostring",
            doc = "True or False.",
            example = "tostring(true) -> 'True'",
            source = SOURCE,
            nulls = Nulls.GIVE_EMPTY)
    static String toText(boolean value) {
        return value ? "True" : "False";
    }

    @Scalar(
            kql = "tostring",
            doc = "The digits of the number.",
            example = {"tostring(-12) -> '-12'", "tostring(int(null)) -> ''"},
            source = SOURCE,
            nulls = Nulls.GIVE_EMPTY)
    static String toText(@Of({INT, LONG}) long value) {
        return Long.toString(value);
    }

    @Scalar(
            kql = "tostring",
            doc = "The number with at least one digit after the point.",
            example = {"tostring(1.0) -> '1.0'", "tostring(100000000000.0) -> '100000000000.0'"},
            source = SOURCE,
            nulls = Nulls.GIVE_EMPTY)
    static String toText(double value) {
        return RealText.of(value);
    }

    @Scalar(kql = "tostring", doc = "The digits of the number.", source = SOURCE, nulls = Nulls.GIVE_EMPTY)
    static String toText(BigDecimal value) {
        return value.toPlainString();
    }

    @Scalar(kql = "tostring", doc = "The text itself.", source = SOURCE, nulls = Nulls.GIVE_EMPTY)
    static String toText(String value) {
        return value;
    }

    @Scalar(
            kql = "tostring",
            doc = "The time with seven digits of seconds.",
            example = "tostring(datetime(2020-01-01)) -> '2020-01-01T00:00:00.0000000Z'",
            source = SOURCE,
            nulls = Nulls.GIVE_EMPTY)
    static String datetimeToText(@Of(Type.DATETIME) long value) {
        return Ticks.format(value);
    }

    @Scalar(
            kql = "tostring",
            doc = "Days, hours, minutes, seconds.",
            example = {"tostring(1d) -> '1.00:00:00'", "tostring(-1tick) -> '-00:00:00.0000001'"},
            source = SOURCE,
            nulls = Nulls.GIVE_EMPTY)
    static String timespanToText(@Of(Type.TIMESPAN) long value) {
        return TimespanText.of(value);
    }

    @Scalar(kql = "tostring", doc = "Lower case, with dashes.", source = SOURCE, nulls = Nulls.GIVE_EMPTY)
    static String toText(UUID value) {
        return value.toString();
    }

    @Scalar(
            kql = "tostring",
            doc = "JSON without blanks; what is no array and no bag has no quotes.",
            example = {"tostring(dynamic({\"a\": [1, true]})) -> '{\"a\":[1,true]}'", "tostring(dynamic('x')) -> 'x'"},
            source = SOURCE,
            nulls = Nulls.GIVE_EMPTY)
    static String toText(Object value) {
        return DynamicText.of(value);
    }
}

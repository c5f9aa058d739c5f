package io.quarry.functions.convert;

import io.quarry.data.Type;

/** Whether a text is a value of a type, as KQL's {@code tolong} and its kin read it. */
public final class TextReading {
    private TextReading() {}

    /** True if the conversion of the text to that type does not give null; any text is a string and dynamic. */
    public static boolean isReadable(String text, Type type) {
        return switch (type) {
            case STRING, DYNAMIC -> true;
            case BOOL -> ToOther.toBool(text) != null;
            case INT -> ToInt.toInt(text) != null;
            case LONG -> ToNumber.toLong(text) != null;
            case REAL -> ToNumber.toReal(text) != null;
            case DECIMAL -> ToNumber.toDecimal(text) != null;
            case DATETIME -> ToOther.toDatetime(text) != null;
            case TIMESPAN -> ToOther.toTimespan(text) != null;
            case GUID -> ToOther.toGuid(text) != null;
        };
    }
}

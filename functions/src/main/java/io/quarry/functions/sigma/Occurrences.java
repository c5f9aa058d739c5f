package io.quarry.functions.sigma;

import io.quarry.data.HiddenColumns;
import io.quarry.functions.text.Utf8;
import java.util.List;
import java.util.function.Predicate;

/** The occurrences of a field in the text that holds them all. */
public final class Occurrences {
    private static final char SEPARATOR = HiddenColumns.SEPARATOR;

    private static final byte[] SEPARATOR_BYTES = {(byte) 0xEF, (byte) 0xB7, (byte) 0x90};

    private Occurrences() {}

    /** The occurrences in a column's text, in the order of the event. */
    public static List<String> of(String text) {
        return List.of(text.split(String.valueOf(SEPARATOR), -1));
    }

    /** True if the text holds more than one. */
    static boolean areSeveral(Utf8 text) {
        byte[] bytes = text.bytes();
        for (int i = text.start(); i + 2 < text.end(); i++) {
            if (bytes[i] == SEPARATOR_BYTES[0]
                    && bytes[i + 1] == SEPARATOR_BYTES[1]
                    && bytes[i + 2] == SEPARATOR_BYTES[2]) {
                return true;
            }
        }
        return false;
    }

    /** True if the predicate is for one of the occurrences in the text. */
    static boolean any(String text, Predicate<String> predicate) {
        int start = 0;
        for (int end = text.indexOf(SEPARATOR); end >= 0; end = text.indexOf(SEPARATOR, start)) {
            if (predicate.test(text.substring(start, end))) {
                return true;
            }
            start = end + 1;
        }
        return predicate.test(start == 0 ? text : text.substring(start));
    }
}

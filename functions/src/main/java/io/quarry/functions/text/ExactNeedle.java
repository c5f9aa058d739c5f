package io.quarry.functions.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A needle whose letter case counts. */
public final class ExactNeedle extends Needle {
    private final byte[] needle;
    private final RareByte rare;

    private ExactNeedle(String text) {
        super(text);
        needle = text.getBytes(StandardCharsets.UTF_8);
        rare = needle.length == 0 ? null : RareByte.of(needle);
    }

    public static ExactNeedle of(String text) {
        return new ExactNeedle(text);
    }

    @Override
    long find(byte[] bytes, int from, int end) {
        if (rare == null) {
            return occurrence(from, from);
        }
        int last = end - needle.length + rare.offset();
        for (int at = from + rare.offset(); at <= last; at++) {
            at = rare.find(bytes, at, last + 1);
            if (at < 0) {
                return NONE;
            }
            int start = at - rare.offset();
            if (Arrays.equals(needle, 0, needle.length, bytes, start, start + needle.length)) {
                return occurrence(start, start + needle.length);
            }
        }
        return NONE;
    }

    @Override
    int match(byte[] bytes, int at, int end) {
        int matchEnd = at + needle.length;
        return matchEnd <= end && Arrays.equals(needle, 0, needle.length, bytes, at, matchEnd) ? matchEnd : -1;
    }

    @Override
    int matchBack(byte[] bytes, int start, int end) {
        int at = end - needle.length;
        return at >= start && Arrays.equals(needle, 0, needle.length, bytes, at, end) ? at : -1;
    }
}

package io.quarry.telemetry.evtx;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Character data of an event log as Java text. */
final class Text {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Text() {}

    /**
     * {@code count} UTF-16 units. A surrogate without its partner becomes U+FFFD, so that the text can be written in any
     * encoding.
     */
    static String utf16(byte[] bytes, int from, int count) {
        byte[] narrow = new byte[count];
        for (int i = 0; i < count; i++) {
            int at = from + 2 * i;
            if (bytes[at + 1] != 0) {
                return wide(bytes, from, count);
            }
            narrow[i] = bytes[at];
        }
        return new String(narrow, StandardCharsets.ISO_8859_1);
    }

    /** Text in the code page of the writer, which the file does not name. */
    static String ansi(byte[] bytes, int from, int size) {
        return new String(bytes, from, size, WINDOWS_1252);
    }

    private static String wide(byte[] bytes, int from, int count) {
        char[] chars = new char[count];
        for (int i = 0; i < count; i++) {
            chars[i] = unit(bytes, from + 2 * i);
        }
        for (int i = 0; i < count; i++) {
            if (Character.isSurrogate(chars[i])) {
                if (i + 1 < count && Character.isSurrogatePair(chars[i], chars[i + 1])) {
                    i++;
                } else {
                    chars[i] = '\uFFFD';
                }
            }
        }
        return new String(chars);
    }

    private static char unit(byte[] bytes, int at) {
        return (char) ((bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8);
    }
}

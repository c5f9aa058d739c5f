package io.quarry.telemetry;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The beginning of a file, from which its format is told. Immutable. */
public final class Head {
    /** How many bytes are looked at: enough to hold the first chunk's magic of an EVTX file. */
    public static final int SIZE = 16 * 1024;

    private final byte[] bytes;
    private String text;

    /** @param bytes the first {@link #SIZE} bytes, or all of a shorter file; must not be changed afterwards */
    public Head(byte[] bytes) {
        this.bytes = bytes;
    }

    public int length() {
        return bytes.length;
    }

    /** True if these ASCII characters stand at that position. */
    public boolean hasAt(int position, String ascii) {
        byte[] expected = ascii.getBytes(StandardCharsets.US_ASCII);
        int end = position + expected.length;
        return end <= bytes.length && Arrays.equals(bytes, position, end, expected, 0, expected.length);
    }

    /** The beginning as text, without byte order mark and leading blanks. Bytes that are no text show as U+FFFD. */
    public String text() {
        if (text == null) {
            String decoded = new String(bytes, charset());
            text = (decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded).stripLeading();
        }
        return text;
    }

    /** True if the beginning holds no bytes that a text file does not have. */
    public boolean isText() {
        String shown = text();
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            boolean cutAtEnd = c == '\uFFFD' && i >= shown.length() - 3;
            if (c == '\uFFFD' && !cutAtEnd || c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 by byte order mark or by the zero byte beside an ASCII character; otherwise UTF-8. */
    public Charset charset() {
        if (bytes.length >= 2) {
            int first = bytes[0] & 0xff;
            int second = bytes[1] & 0xff;
            if (first == 0xff && second == 0xfe || first != 0 && second == 0) {
                return StandardCharsets.UTF_16LE;
            }
            if (first == 0xfe && second == 0xff || first == 0 && second != 0) {
                return StandardCharsets.UTF_16BE;
            }
        }
        return StandardCharsets.UTF_8;
    }
}

package io.quarry.functions.regex;

/** Characters outside of ASCII in bytes that may not be valid UTF-8. Source: table 3-7 of the Unicode standard. */
final class StrictUtf8 {
    private StrictUtf8() {}

    /** Bytes of the character that begins at {@code at}, whose first byte is negative; 0 if there is no valid one. */
    static int length(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xFF;
        int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > end) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        boolean isValid = second >= least && second <= most;
        for (int i = 2; i < length; i++) {
            isValid &= (bytes[at + i] & 0xC0) == 0x80;
        }
        return isValid ? length : 0;
    }

    /** Bytes of the character that ends at {@code end}, exclusive, whose last byte is negative; 0 if there is no valid one. */
    static int lengthBefore(byte[] bytes, int start, int end) {
        int at = end - 1;
        while (at > start && end - at < 4 && (bytes[at] & 0xC0) == 0x80) {
            at--;
        }
        return length(bytes, at, end) == end - at ? end - at : 0;
    }

    /** The code point of a character of so many bytes. */
    static int codePoint(byte[] bytes, int at, int length) {
        int codePoint = bytes[at] & (0x7F >> length);
        for (int i = 1; i < length; i++) {
            codePoint = codePoint << 6 | bytes[at + i] & 0x3F;
        }
        return codePoint;
    }
}

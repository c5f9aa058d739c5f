package io.quarry.functions.text;

/** Code points in UTF-8 bytes. Stray bytes count as one code point U+FFFD each. */
final class CodePoints {
    /** For ASCII: true for letters and digits. */
    private static final boolean[] IN_TERM = new boolean[0x80];

    static {
        for (int c = 0; c < IN_TERM.length; c++) {
            IN_TERM[c] = Character.isLetterOrDigit(c);
        }
    }

    private CodePoints() {}

    /** Bytes of the code point that begins at {@code at}, at least 1. */
    static int length(byte[] bytes, int at, int end) {
        int first = bytes[at];
        int length = first >= 0 ? 1 : first < (byte) 0xC0 ? 1 : first < (byte) 0xE0 ? 2 : first < (byte) 0xF0 ? 3 : 4;
        return Math.min(length, end - at);
    }

    /** The code point that begins at {@code at}. */
    static int at(byte[] bytes, int at, int end) {
        int first = bytes[at];
        if (first >= 0) {
            return first;
        }
        int length = length(bytes, at, end);
        if (length == 1) {
            return 0xFFFD;
        }
        int codePoint = first & (0xFF >> (length + 1));
        for (int i = 1; i < length; i++) {
            codePoint = codePoint << 6 | bytes[at + i] & 0x3F;
        }
        return codePoint;
    }

    /** Where the code point that ends at {@code end} begins; {@code end} is above {@code start}. */
    static int before(byte[] bytes, int start, int end) {
        int at = end - 1;
        while (at > start && (bytes[at] & 0xC0) == 0x80) {
            at--;
        }
        return at;
    }

    /** Letters and digits make terms; every other character, {@code _} included, separates them. */
    static boolean isInTerm(int codePoint) {
        return codePoint < 0x80 ? IN_TERM[codePoint] : Character.isLetterOrDigit(codePoint);
    }

    static boolean isAscii(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}

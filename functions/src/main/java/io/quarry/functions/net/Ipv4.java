package io.quarry.functions.net;

import java.util.OptionalLong;

/**
 * An IPv4 address, perhaps with a prefix: {@code 10.0.0.1} or {@code 10.0.0.0/8}.
 *
 * @param bits the address as a number below 2^32, not masked
 * @param prefix 0 to 32; 32 where the text has none
 */
record Ipv4(long bits, int prefix) {
    private static final int PARTS = 4;

    /** The address, or null if the text is none. */
    static Ipv4 read(String text) {
        String trimmed = text.strip();
        int slash = trimmed.indexOf('/');
        OptionalLong bits = bits(slash < 0 ? trimmed : trimmed.substring(0, slash));
        int prefix = slash < 0 ? 32 : number(trimmed, slash + 1, trimmed.length(), 32);
        return bits.isEmpty() || prefix < 0 ? null : new Ipv4(bits.getAsLong(), prefix);
    }

    /** The number of four decimal parts with dots between. */
    static OptionalLong bits(String text) {
        long bits = 0;
        int from = 0;
        for (int part = 0; part < PARTS; part++) {
            int dot = text.indexOf('.', from);
            boolean isLast = part == PARTS - 1;
            if ((dot < 0) != isLast) {
                return OptionalLong.empty();
            }
            int number = number(text, from, isLast ? text.length() : dot, 255);
            if (number < 0) {
                return OptionalLong.empty();
            }
            bits = bits << 8 | number;
            from = dot + 1;
        }
        return OptionalLong.of(bits);
    }

    /** One to three digits, up to a largest value; -1 for anything else. */
    private static int number(String text, int from, int to, int largest) {
        if (to <= from || to - from > 3) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number > largest ? -1 : number;
    }

    /** The address as a number, without the bits after a prefix. */
    long masked(int length) {
        return bits & mask(length);
    }

    long masked() {
        return masked(prefix);
    }

    static long mask(int length) {
        return length == 0 ? 0 : 0xFFFFFFFFL << 32 - length & 0xFFFFFFFFL;
    }

    /** True if every address of the other one's prefix is in this one's. */
    boolean contains(Ipv4 other) {
        return other.prefix >= prefix && other.masked(prefix) == masked();
    }

    /** True if the other address, whatever its prefix, is in this one's. */
    boolean holds(Ipv4 address) {
        return address.masked(prefix) == masked();
    }

    static String text(long bits) {
        return (bits >> 24 & 255) + "." + (bits >> 16 & 255) + "." + (bits >> 8 & 255) + "." + (bits & 255);
    }
}

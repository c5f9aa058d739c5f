package io.quarry.functions.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks for the byte of a needle that is least common in logs, eight bytes at a time. In the case-blind form the letter case
 * of ASCII letters does not count; candidates may be wrong, so whoever asks compares the rest.
 */
final class RareByte {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;

    /** Common first. Bytes that are not listed are rarer than all of these. */
    private static final String COMMON =
            "e\\otrsnaicdlmpu0 f.gvywbhS2CxWPMTkD13AI-EFRN54L8967O/:_U\"V=BGHqz(){}jKXYJQZ%,;'<>&+";

    private final int offset;
    private final long pattern;
    private final long caseBits;

    private RareByte(int offset, long pattern, long caseBits) {
        this.offset = offset;
        this.pattern = pattern;
        this.caseBits = caseBits;
    }

    /** The rarest byte of a needle, which must not be empty. */
    static RareByte of(byte[] needle) {
        int offset = rarest(needle);
        return new RareByte(offset, (needle[offset] & 0xFF) * ONES, 0);
    }

    /** The same; either case of a letter is found. */
    static RareByte caseless(byte[] needle) {
        int offset = rarest(needle);
        int lower = needle[offset] | 0x20;
        boolean isLetter = lower >= 'a' && lower <= 'z';
        int wanted = isLetter ? lower : needle[offset] & 0xFF;
        return new RareByte(offset, wanted * ONES, isLetter ? 0x20 * ONES : 0);
    }

    private static int rarest(byte[] needle) {
        int best = 0;
        int bestRank = -1;
        for (int i = 0; i < needle.length; i++) {
            int position = COMMON.indexOf(needle[i] & 0xFF);
            int rank = position < 0 ? COMMON.length() : position;
            if (rank > bestRank) {
                best = i;
                bestRank = rank;
            }
        }
        return best;
    }

    /** Where this byte stands in the needle. */
    int offset() {
        return offset;
    }

    /** The first position in {@code from..to-1} that may hold the byte, or -1. */
    int find(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long difference = ((long) LONGS.get(bytes, at) | caseBits) ^ pattern;
            long zeros = (difference - ONES) & ~difference & TOPS;
            if (zeros != 0) {
                return at + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        for (; at < to; at++) {
            if ((((bytes[at] & 0xFF) | (int) (caseBits & 0xFF)) ^ (int) (pattern & 0xFF)) == 0) {
                return at;
            }
        }
        return -1;
    }
}

package io.quarry.functions.encode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The 64-bit xxHash with seed 0.
 *
 * <p>Source: xxHash fast digest algorithm, XXH64.
 */
public final class XxHash64 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_3 = 0x165667B19E3779F9L;
    private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
    private static final long PRIME_5 = 0x27D4EB2F165667C5L;

    private XxHash64() {}

    public static long of(byte[] bytes) {
        int at = 0;
        long hash;
        if (bytes.length >= 32) {
            long a = PRIME_1 + PRIME_2;
            long b = PRIME_2;
            long c = 0;
            long d = -PRIME_1;
            for (; at <= bytes.length - 32; at += 32) {
                a = round(a, longAt(bytes, at));
                b = round(b, longAt(bytes, at + 8));
                c = round(c, longAt(bytes, at + 16));
                d = round(d, longAt(bytes, at + 24));
            }
            hash = Long.rotateLeft(a, 1) + Long.rotateLeft(b, 7) + Long.rotateLeft(c, 12) + Long.rotateLeft(d, 18);
            hash = join(join(join(join(hash, a), b), c), d);
        } else {
            hash = PRIME_5;
        }
        return mix(tail(hash + bytes.length, bytes, at));
    }

    private static long tail(long start, byte[] bytes, int from) {
        long hash = start;
        int at = from;
        for (; at <= bytes.length - 8; at += 8) {
            hash = Long.rotateLeft(hash ^ round(0, longAt(bytes, at)), 27) * PRIME_1 + PRIME_4;
        }
        if (at <= bytes.length - 4) {
            long number = (int) INTS.get(bytes, at) & 0xFFFFFFFFL;
            hash = Long.rotateLeft(hash ^ number * PRIME_1, 23) * PRIME_2 + PRIME_3;
            at += 4;
        }
        for (; at < bytes.length; at++) {
            hash = Long.rotateLeft(hash ^ (bytes[at] & 0xFF) * PRIME_5, 11) * PRIME_1;
        }
        return hash;
    }

    private static long longAt(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * PRIME_2, 31) * PRIME_1;
    }

    private static long join(long hash, long lane) {
        return (hash ^ round(0, lane)) * PRIME_1 + PRIME_4;
    }

    private static long mix(long hash) {
        long mixed = (hash ^ hash >>> 33) * PRIME_2;
        mixed = (mixed ^ mixed >>> 29) * PRIME_3;
        return mixed ^ mixed >>> 32;
    }
}

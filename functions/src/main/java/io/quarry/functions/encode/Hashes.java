package io.quarry.functions.encode;

import static io.quarry.data.Type.BOOL;
import static io.quarry.data.Type.DATETIME;
import static io.quarry.data.Type.DECIMAL;
import static io.quarry.data.Type.DYNAMIC;
import static io.quarry.data.Type.GUID;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.REAL;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.plan.FunctionException;
import io.quarry.processor.Of;
import io.quarry.processor.Scalar;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Hashes. A front end gives other values than texts to the cryptographic ones as their texts; of the values that xxHash64
 * takes as bytes, those of real, bool, decimal and guid are not known.
 */
final class Hashes {
    private static final String SOURCE = "Kusto Query Language reference, hash_md5() and its kin";

    private Hashes() {}

    @Scalar(
            kql = "hash_md5",
            doc = "MD5 of the text, in hexadecimal digits.",
            example = "hash_md5('World') -> 'f5a7924e621e84c9280a9a27e1bcb7f6'",
            source = SOURCE)
    static String md5(String text) {
        return digest("MD5", text);
    }

    @Scalar(
            kql = "hash_sha1",
            doc = "SHA-1 of the text, in hexadecimal digits.",
            example = "hash_sha1('World') -> '70c07ec18ef89c5309bbb0937f3a6342411e1fdd'",
            source = SOURCE)
    static String sha1(String text) {
        return digest("SHA-1", text);
    }

    @Scalar(
            kql = "hash_sha256",
            doc = "SHA-256 of the text, in hexadecimal digits.",
            example = "hash_sha256('World') -> '78ae647dc5544d227130a0682a51e30bc7777fbb6d8a8f17007463a3ecd1d524'",
            source = SOURCE)
    static String sha256(String text) {
        return digest("SHA-256", text);
    }

    @Scalar(
            kql = {"hash", "hash_xxhash64"},
            doc = "The xxHash64 of the text.",
            example = "hash('World') -> 1846988464401551951",
            source = SOURCE)
    static long hash(String text) {
        return XxHash64.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Scalar(
            kql = {"hash", "hash_xxhash64"},
            doc = "The xxHash64 of the text, modulo a number; null for a modulus that is not positive.",
            example = "hash('World', 100) -> 51",
            source = SOURCE)
    static Long hash(String text, long modulus) {
        return modulus <= 0 ? null : Long.valueOf(Math.floorMod(hash(text), modulus));
    }

    @Scalar(
            kql = {"hash", "hash_xxhash64"},
            doc = "The xxHash64 of the eight bytes of a whole number or time, the lowest first.",
            example = {"hash(0) -> 3803688792395291579", "hash(datetime(2015-01-01)) -> 1380966698541616202"},
            source = SOURCE + "; the hashes that its page on hll() prints")
    static long hash(@Of({LONG, DATETIME, TIMESPAN}) long value) {
        return XxHash64.of(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array());
    }

    @Scalar(
            kql = {"hash", "hash_xxhash64"},
            doc = "The xxHash64 of the eight bytes, modulo a number; null for a modulus that is not positive.",
            source = SOURCE)
    static Long hash(@Of({LONG, DATETIME, TIMESPAN}) long value, long modulus) {
        return modulus <= 0 ? null : Long.valueOf(Math.floorMod(hash(value), modulus));
    }

    @Scalar(
            kql = {"hash", "hash_xxhash64"},
            doc = "Refused: the bytes that Kusto hashes of other values are not documented.",
            source = SOURCE)
    static long hashOther(@Of({BOOL, REAL, DECIMAL, GUID, DYNAMIC}) Object value) {
        throw new FunctionException("hash() of anything but text, whole numbers and times is not supported");
    }

    @Scalar(
            kql = {"hash", "hash_xxhash64"},
            doc = "Refused: the bytes that Kusto hashes of other values are not documented.",
            source = SOURCE)
    static long hashOther(@Of({BOOL, REAL, DECIMAL, GUID, DYNAMIC}) Object value, long modulus) {
        return hashOther(value);
    }

    private static String digest(String algorithm, String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}

package io.quarry.functions.encode;

import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Base64. */
final class Base64Text {
    private static final String SOURCE = "Kusto Query Language reference, base64_decode_tostring() and its kin";

    private Base64Text() {}

    @Scalar(
            kql = {"base64_encode_tostring", "base64_encodestring"},
            doc = "Base64 of the text's UTF-8 bytes.",
            example = "base64_encode_tostring('Kusto') -> 'S3VzdG8='",
            source = SOURCE)
    static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Scalar(
            kql = {"base64_decode_tostring", "base64_decodestring"},
            doc = "Text of base64; empty if that is broken or no UTF-8.",
            example = {"base64_decode_tostring('S3VzdG8=') -> 'Kusto'", "base64_decode_tostring('U3RyaW5n_0') -> ''"},
            source = SOURCE)
    static String decode(String base64) {
        return bytes(base64).map(Base64Text::utf8).orElse("");
    }

    @Scalar(
            kql = "base64_decode_toarray",
            doc = "Array of the bytes of base64; null if that is broken.",
            example = "base64_decode_toarray('S3VzdG8=') -> dynamic([75,117,115,116,111])",
            source = SOURCE)
    static Object decodeToArray(String base64) {
        Optional<byte[]> bytes = bytes(base64);
        if (bytes.isEmpty()) {
            return null;
        }
        List<Object> array = new ArrayList<>();
        for (byte b : bytes.get()) {
            array.add((long) (b & 0xFF));
        }
        return array;
    }

    @Scalar(
            kql = "base64_encode_fromarray",
            doc = "Base64 of an array of bytes; empty if it holds anything else.",
            example = "base64_encode_fromarray(dynamic([75,117,115,116,111])) -> 'S3VzdG8='",
            source = SOURCE,
            nulls = Nulls.GIVE_EMPTY)
    static String encodeArray(Object value) {
        if (!(value instanceof List<?> array)) {
            return "";
        }
        byte[] bytes = new byte[array.size()];
        for (int i = 0; i < bytes.length; i++) {
            if (!(array.get(i) instanceof Long b) || b < 0 || b > 255) {
                return "";
            }
            bytes[i] = (byte) (long) b;
        }
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Scalar(
            kql = "base64_decode_toguid",
            doc =
                    "Guid of 16 bytes in base64, the first two groups with their lowest byte first; null for anything else.",
            example = "base64_decode_toguid('JpbpECu8dUy7Pv5gbeJXAA==') -> guid(10e99626-bc2b-754c-bb3e-fe606de25700)",
            source = SOURCE)
    static UUID decodeToGuid(String base64) {
        Optional<byte[]> bytes = bytes(base64).filter(found -> found.length == 16);
        if (bytes.isEmpty()) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(swapped(bytes.get()));
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    @Scalar(
            kql = "base64_encode_fromguid",
            doc = "Base64 of a guid's bytes, the first three groups with their lowest byte first.",
            example =
                    "base64_encode_fromguid(guid(ae3133f2-6e22-49ae-b06a-16e6a9b212eb)) -> '8jMxriJurkmwahbmqbIS6w=='",
            source = SOURCE,
            nulls = Nulls.GIVE_EMPTY)
    static String encodeGuid(UUID guid) {
        ByteBuffer buffer = ByteBuffer.allocate(16);
        buffer.putLong(guid.getMostSignificantBits()).putLong(guid.getLeastSignificantBits());
        byte[] bytes = swapped(buffer.array());
        byte third = bytes[6];
        bytes[6] = bytes[7];
        bytes[7] = third;
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** What the pages' examples of decoding and encoding have in common; only encoding turns the third group around too. */
    private static byte[] swapped(byte[] bytes) {
        byte[] swapped = bytes.clone();
        for (int i = 0; i < 4; i++) {
            swapped[i] = bytes[3 - i];
        }
        swapped[4] = bytes[5];
        swapped[5] = bytes[4];
        return swapped;
    }

    private static Optional<byte[]> bytes(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return "";
        }
    }
}

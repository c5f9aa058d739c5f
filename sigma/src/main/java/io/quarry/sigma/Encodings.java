package io.quarry.sigma;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The encoded forms that the modifiers {@code base64}, {@code base64offset} and {@code wide} look for. */
final class Encodings {
    private Encodings() {}

    /** The encoded forms of a text under the modifiers of its field. */
    static List<String> of(String text, FieldKey key) {
        byte[] bytes = bytes(text, key);
        return key.has(Modifier.BASE64OFFSET)
                ? atEachOffset(bytes)
                : List.of(Base64.getEncoder().encodeToString(bytes));
    }

    private static byte[] bytes(String text, FieldKey key) {
        if (key.has(Modifier.UTF16)) {
            return withByteOrderMark(text);
        }
        if (key.has(Modifier.UTF16BE)) {
            return text.getBytes(StandardCharsets.UTF_16BE);
        }
        boolean isWide = key.has(Modifier.WIDE) || key.has(Modifier.UTF16LE);
        return text.getBytes(isWide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
    }

    private static byte[] withByteOrderMark(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0xFF);
        out.write(0xFE);
        out.writeBytes(text.getBytes(StandardCharsets.UTF_16LE));
        return out.toByteArray();
    }

    /**
     * The three encodings of the bytes inside a longer text, one for each position modulo three, without the characters
     * at the edges that also depend on the neighbouring bytes.
     */
    private static List<String> atEachOffset(byte[] bytes) {
        int[] unstableStart = {0, 2, 3};
        int[] unstableEnd = {0, 3, 2};
        List<String> forms = new ArrayList<>();
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = new byte[offset + bytes.length];
            Arrays.fill(shifted, 0, offset, (byte) ' ');
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            String encoded = Base64.getEncoder().encodeToString(shifted);
            int end = encoded.length() - unstableEnd[shifted.length % 3];
            forms.add(encoded.substring(Math.min(unstableStart[offset], end), end));
        }
        return forms;
    }
}

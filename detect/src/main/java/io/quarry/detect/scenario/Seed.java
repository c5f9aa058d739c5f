package io.quarry.detect.scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Numbers and ids that look random and depend on nothing but the text they are derived from. Immutable. */
public final class Seed {
    private final String text;

    private Seed(String text) {
        this.text = text;
    }

    public static Seed of(String text) {
        return new Seed(text);
    }

    /** Another seed, for a part of what this one stands for. */
    public Seed with(Object part) {
        return new Seed(text + '\u0000' + part);
    }

    /** A number in {@code [from, to)}. */
    public long between(long from, long to) {
        byte[] digest = digest("SHA-256");
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << 8 | digest[i] & 0xFF;
        }
        return from + Long.remainderUnsigned(value, to - from);
    }

    /** Upper-case hexadecimal digits of the text's MD5, SHA-1 or SHA-256 digest. */
    public String hash(String algorithm) {
        return HexFormat.of().withUpperCase().formatHex(digest(algorithm));
    }

    /** A GUID in braces, upper case. */
    public String guid() {
        String hex = hash("MD5");
        return ("{" + hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                        + hex.substring(16, 20) + "-" + hex.substring(20) + "}")
                .toUpperCase(Locale.ROOT);
    }

    private byte[] digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks " + algorithm, e);
        }
    }
}

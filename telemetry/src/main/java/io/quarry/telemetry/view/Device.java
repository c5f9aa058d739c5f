package io.quarry.telemetry.view;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The identity of a computer, which raw events do not carry. */
final class Device {
    private Device() {}

    /** 40 hexadecimal digits that depend on the computer's name alone, whatever its case. */
    static String id(String computer) {
        byte[] name = computer.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(name));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}

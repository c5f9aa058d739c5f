package io.quarry.functions.aql;

import java.util.Arrays;
import java.util.Optional;

/** An internet address, version 4 or 6. Text is read without asking any name server. Immutable. */
public final class Address {
    private final byte[] bytes;

    private Address(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The address that a text writes, {@code 192.0.2.1} or {@code 2001:db8::1}; empty if it writes none. */
    public static Optional<Address> parse(String text) {
        byte[] bytes = text.indexOf(':') >= 0 ? version6(text) : version4(text);
        return Optional.ofNullable(bytes).map(Address::new);
    }

    boolean isVersion4() {
        return bytes.length == 4;
    }

    int bits() {
        return bytes.length * 8;
    }

    /** True if the first bits are those of the other address, which is of the same version. */
    boolean startsLike(Address other, int bits) {
        if (other.bytes.length != bytes.length) {
            return false;
        }
        int whole = bits / 8;
        if (!Arrays.equals(bytes, 0, whole, other.bytes, 0, whole)) {
            return false;
        }
        int rest = bits % 8;
        return rest == 0 || ((bytes[whole] ^ other.bytes[whole]) & 0xFF) >>> (8 - rest) == 0;
    }

    /** The address as an unsigned number; version 4 only. */
    long number() {
        return (bytes[0] & 0xFFL) << 24 | (bytes[1] & 0xFF) << 16 | (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
    }

    /** A text whose order is the order of addresses, version 4 first. */
    public String sortKey() {
        StringBuilder key = new StringBuilder(isVersion4() ? "4" : "6");
        for (byte b : bytes) {
            key.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return key.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address address && Arrays.equals(bytes, address.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    private static byte[] version4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            int value = number(parts[i], 10, 3);
            if (value < 0 || value > 255) {
                return null;
            }
            bytes[i] = (byte) value;
        }
        return bytes;
    }

    private static byte[] version6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return null;
        }
        byte[] head = groups(gap >= 0 ? text.substring(0, gap) : text);
        byte[] tail = groups(gap >= 0 ? text.substring(gap + 2) : "");
        if (head == null || tail == null || head.length + tail.length > 16) {
            return null;
        }
        if (gap < 0 ? head.length != 16 : head.length + tail.length > 14) {
            return null;
        }
        byte[] bytes = Arrays.copyOf(head, 16);
        System.arraycopy(tail, 0, bytes, 16 - tail.length, tail.length);
        return bytes;
    }

    /** The bytes of groups between colons, the last of which may be a version 4 address. */
    private static byte[] groups(String text) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        String[] parts = text.split(":", -1);
        if (parts.length > 8) {
            return null;
        }
        byte[] bytes = new byte[parts.length * 2];
        for (int i = 0; i < parts.length; i++) {
            if (i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                byte[] last = version4(parts[i]);
                byte[] all = Arrays.copyOf(bytes, i * 2 + 4);
                if (last != null) {
                    System.arraycopy(last, 0, all, i * 2, 4);
                }
                return last == null ? null : all;
            }
            int value = number(parts[i], 16, 4);
            if (value < 0) {
                return null;
            }
            bytes[2 * i] = (byte) (value >> 8);
            bytes[2 * i + 1] = (byte) value;
        }
        return bytes;
    }

    /** -1 unless the text is one to {@code most} digits. */
    private static int number(String digits, int radix, int most) {
        if (digits.isEmpty() || digits.length() > most) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            int digit = c < 128 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }
}

package io.quarry.telemetry.view;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An IPv4 (4 bytes) or IPv6 (16 bytes) address, read from text without asking anybody for a name. */
final class IpAddress {
    /** Of two bytes, in IPv6. */
    private static final int GROUPS = 8;

    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The address that the text writes; empty if it writes none. A zone ({@code %3}) is left out. */
    static Optional<IpAddress> parse(String text) {
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        byte[] bytes = address.indexOf(':') < 0 ? parse4(address) : parse6(address);
        return bytes.length == 0 ? Optional.empty() : Optional.of(new IpAddress(bytes));
    }

    boolean isVersion4() {
        return bytes.length == 4;
    }

    /** The IPv4 address inside {@code ::ffff:a.b.c.d}; the address itself if it is none of those. */
    IpAddress unmapped() {
        return isMapped() ? new IpAddress(Arrays.copyOfRange(bytes, 12, 16)) : this;
    }

    /** Defender's word for the kind of address: {@code Public}, {@code Private}, … */
    String kind() {
        return isVersion4() ? kind4() : kind6();
    }

    private String kind4() {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (first == 127) {
            return "Loopback";
        }
        if (first == 10 || first == 172 && (second & 0xf0) == 16 || first == 192 && second == 168) {
            return "Private";
        }
        if (first == 255 && second == 255 && bytes[2] == -1 && bytes[3] == -1) {
            return "Broadcast";
        }
        return first == 0 || first >= 224 || first == 169 && second == 254 ? "Reserved" : "Public";
    }

    private String kind6() {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (isMapped()) {
            return "FourToSixMapping";
        }
        if (isZero(0, 15)) {
            return bytes[15] == 1 ? "Loopback" : "Reserved";
        }
        if ((first & 0xfe) == 0xfc) {
            return "Private";
        }
        if (first == 0x20 && second == 1 && bytes[2] == 0 && bytes[3] == 0) {
            return "Teredo";
        }
        return first == 0xff || first == 0xfe && (second & 0xc0) == 0x80 ? "Reserved" : "Public";
    }

    private boolean isMapped() {
        return bytes.length == 16 && isZero(0, 10) && bytes[10] == -1 && bytes[11] == -1;
    }

    private boolean isZero(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] parse4(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] bytes = new byte[4];
        if (parts.length != 4) {
            return new byte[0];
        }
        for (int i = 0; i < 4; i++) {
            int value = parse(parts[i], 10, 3);
            if (value < 0 || value > 255) {
                return new byte[0];
            }
            bytes[i] = (byte) value;
        }
        return bytes;
    }

    private static byte[] parse6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            byte[] all = groups(text);
            return all.length == 16 ? all : new byte[0];
        }
        String before = text.substring(0, gap);
        String after = text.substring(gap + 2);
        byte[] head = groups(before);
        byte[] tail = groups(after);
        boolean unreadable = head.length == 0 && !before.isEmpty() || tail.length == 0 && !after.isEmpty();
        if (unreadable || head.length + tail.length > 14) {
            return new byte[0];
        }
        byte[] bytes = Arrays.copyOf(head, 16);
        System.arraycopy(tail, 0, bytes, 16 - tail.length, tail.length);
        return bytes;
    }

    /** Groups of four hexadecimal digits, the last perhaps an IPv4 address; no bytes if it is anything else. */
    private static byte[] groups(String text) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        String[] parts = text.split(":", -1);
        byte[] bytes = new byte[parts.length * 2 + 2];
        int length = 0;
        for (int i = 0; i < parts.length; i++) {
            if (i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                byte[] four = parse4(parts[i]);
                System.arraycopy(four, 0, bytes, length, four.length);
                return four.length == 0 ? four : Arrays.copyOf(bytes, length + 4);
            }
            int value = parse(parts[i], 16, 4);
            if (value < 0) {
                return new byte[0];
            }
            bytes[length++] = (byte) (value >> 8);
            bytes[length++] = (byte) value;
        }
        return Arrays.copyOf(bytes, length);
    }

    private static int parse(String digits, int radix, int most) {
        if (digits.isEmpty() || digits.length() > most) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) < 128 ? Character.digit(digits.charAt(i), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }

    /** IPv4 as four numbers, IPv6 as RFC 5952 has it: in lower case, the longest run of zeros left out. */
    @Override
    public String toString() {
        return isVersion4() ? text4() : text6();
    }

    private String text4() {
        return (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + "." + (bytes[3] & 0xff);
    }

    private String text6() {
        int gap = 0;
        int longest = 1;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = zerosFrom(i);
            if (zeros > longest) {
                gap = i;
                longest = zeros;
            }
        }
        return longest == 1 ? text6(0, GROUPS) : text6(0, gap) + "::" + text6(gap + longest, GROUPS);
    }

    /** How many groups of zeros follow each other. */
    private int zerosFrom(int group) {
        int to = group;
        while (to < GROUPS && isZero(2 * to, 2 * to + 2)) {
            to++;
        }
        return to - group;
    }

    private String text6(int from, int to) {
        return IntStream.range(from, to)
                .map(group -> (bytes[2 * group] & 0xff) << 8 | bytes[2 * group + 1] & 0xff)
                .mapToObj(Integer::toHexString)
                .collect(Collectors.joining(":"));
    }
}

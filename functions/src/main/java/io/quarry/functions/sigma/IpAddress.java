package io.quarry.functions.sigma;

import java.util.Optional;

/** Reads IP addresses as logs write them; asks no name server. */
final class IpAddress {
    private static final int GROUPS = 8;

    private IpAddress() {}

    /** The 4 or 16 bytes of an address; blanks around it and a zone behind it are left out. Empty for any other text. */
    static Optional<byte[]> parse(String text) {
        String address = text.strip();
        int zone = address.indexOf('%');
        address = zone < 0 ? address : address.substring(0, zone);
        return address.indexOf(':') < 0 ? parse4(address) : parse6(address);
    }

    private static Optional<byte[]> parse4(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] bytes = new byte[4];
        if (parts.length != bytes.length) {
            return Optional.empty();
        }
        for (int i = 0; i < bytes.length; i++) {
            boolean isPlain = parts[i].matches("0|[1-9][0-9]{0,2}");
            if (!isPlain || Integer.parseInt(parts[i]) > 255) {
                return Optional.empty();
            }
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return Optional.of(bytes);
    }

    private static Optional<byte[]> parse6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text).filter(bytes -> bytes.length == 2 * GROUPS);
        }
        Optional<byte[]> head = groups(text.substring(0, gap));
        Optional<byte[]> tail = groups(text.substring(gap + 2));
        if (head.isEmpty() || tail.isEmpty() || head.get().length + tail.get().length > 2 * (GROUPS - 1)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[2 * GROUPS];
        System.arraycopy(head.get(), 0, bytes, 0, head.get().length);
        System.arraycopy(tail.get(), 0, bytes, bytes.length - tail.get().length, tail.get().length);
        return Optional.of(bytes);
    }

    /** Groups of four hexadecimal digits, the last two of which may be written as an IPv4 address. */
    private static Optional<byte[]> groups(String text) {
        if (text.isEmpty()) {
            return Optional.of(new byte[0]);
        }
        String[] parts = text.split(":", -1);
        boolean endsIn4 = parts[parts.length - 1].indexOf('.') >= 0;
        byte[] bytes = new byte[2 * parts.length + (endsIn4 ? 2 : 0)];
        int hexGroups = endsIn4 ? parts.length - 1 : parts.length;
        for (int i = 0; i < hexGroups; i++) {
            if (!parts[i].matches("[0-9a-fA-F]{1,4}")) {
                return Optional.empty();
            }
            int group = Integer.parseInt(parts[i], 16);
            bytes[2 * i] = (byte) (group >>> 8);
            bytes[2 * i + 1] = (byte) group;
        }
        if (endsIn4) {
            byte[] last = parse4(parts[parts.length - 1]).orElse(null);
            if (last == null) {
                return Optional.empty();
            }
            System.arraycopy(last, 0, bytes, 2 * hexGroups, last.length);
        }
        return Optional.of(bytes);
    }
}

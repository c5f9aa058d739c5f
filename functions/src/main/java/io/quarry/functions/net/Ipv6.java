package io.quarry.functions.net;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * An IPv6 address, perhaps with a prefix. One of IPv4, also after {@code ::}, counts as mapped ({@code ::ffff:a.b.c.d}), its
 * prefix 96 longer.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 * @param prefix 0 to 128
 */
record Ipv6(long high, long low, int prefix) {
    private static final int GROUPS = 8;

    /** The address, or null if the text is none. */
    static Ipv6 read(String text) {
        String trimmed = text.strip();
        Ipv4 mapped = Ipv4.read(trimmed.startsWith("::") ? trimmed.substring(2) : trimmed);
        if (mapped != null) {
            return new Ipv6(0, 0xFFFF00000000L | mapped.bits(), 96 + mapped.prefix());
        }
        int slash = trimmed.indexOf('/');
        int prefix = slash < 0 ? 128 : prefix(trimmed.substring(slash + 1));
        List<Integer> groups = groups(slash < 0 ? trimmed : trimmed.substring(0, slash));
        return groups.isEmpty() || prefix < 0 ? null : new Ipv6(bits(groups, 0), bits(groups, 4), prefix);
    }

    private static int prefix(String digits) {
        return digits.matches("[0-9]{1,3}") && Integer.parseInt(digits) <= 128 ? Integer.parseInt(digits) : -1;
    }

    /** Eight groups of 16 bits; none if the text is no address. */
    private static List<Integer> groups(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            List<Integer> groups = run(text);
            return groups.size() == GROUPS ? groups : List.of();
        }
        String before = text.substring(0, gap);
        String after = text.substring(gap + 2);
        List<Integer> first = run(before);
        List<Integer> last = run(after);
        int missing = GROUPS - first.size() - last.size();
        boolean isBroken = first.isEmpty() != before.isEmpty() || last.isEmpty() != after.isEmpty();
        if (missing < 1 || isBroken) {
            return List.of();
        }
        List<Integer> groups = new ArrayList<>(first);
        for (int i = 0; i < missing; i++) {
            groups.add(0);
        }
        groups.addAll(last);
        return groups;
    }

    /** Groups with colons between; the last may be an IPv4 address. None if one is broken. */
    private static List<Integer> run(String text) {
        List<Integer> groups = new ArrayList<>();
        for (String group : text.isEmpty() ? new String[0] : text.split(":", -1)) {
            if (group.matches("[0-9a-fA-F]{1,4}")) {
                groups.add(Integer.parseInt(group, 16));
                continue;
            }
            OptionalLong mapped = Ipv4.bits(group);
            if (mapped.isEmpty() || !text.endsWith(group)) {
                return List.of();
            }
            groups.add((int) (mapped.getAsLong() >> 16));
            groups.add((int) (mapped.getAsLong() & 0xFFFF));
        }
        return groups;
    }

    private static long bits(List<Integer> groups, int from) {
        long bits = 0;
        for (int i = from; i < from + 4; i++) {
            bits = bits << 16 | groups.get(i);
        }
        return bits;
    }

    /** The address without the bits after a prefix. */
    Ipv6 masked(int length) {
        long highMask = length >= 64 ? -1 : length == 0 ? 0 : -1L << 64 - length;
        long lowMask = length >= 128 ? -1 : length <= 64 ? 0 : -1L << 128 - length;
        return new Ipv6(high & highMask, low & lowMask, length);
    }

    int compareBits(Ipv6 other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** Eight groups of four hexadecimal digits. */
    String text() {
        String digits = String.format("%016x%016x", high, low);
        StringBuilder text = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            text.append(group == 0 ? "" : ":").append(digits, 4 * group, 4 * group + 4);
        }
        return text.toString();
    }

    /** True if the other address, whatever its prefix, is in this one's. */
    boolean holds(Ipv6 address) {
        return address.masked(prefix).compareBits(masked(prefix)) == 0;
    }
}

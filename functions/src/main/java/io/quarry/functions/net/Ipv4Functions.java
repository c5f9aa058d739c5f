package io.quarry.functions.net;

import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.util.ArrayList;
import java.util.List;

/** KQL's functions of IPv4 addresses. What is no address gives null, or the empty text where text is the result. */
final class Ipv4Functions {
    private static final String SOURCE = "Kusto Query Language reference, IPv4/IPv6 functions";

    private static final List<Ipv4> PRIVATE =
            List.of(Ipv4.read("10.0.0.0/8"), Ipv4.read("172.16.0.0/12"), Ipv4.read("192.168.0.0/16"));

    private Ipv4Functions() {}

    @Scalar(
            kql = "parse_ipv4",
            doc = "The address as a number, without the bits after its prefix.",
            example = {"parse_ipv4('192.168.1.1') -> 3232235777", "parse_ipv4('192.168.1.1/24') -> 3232235776"},
            source = SOURCE)
    static Long parse(String address) {
        Ipv4 ip = Ipv4.read(address);
        return ip == null ? null : Long.valueOf(ip.masked());
    }

    @Scalar(
            kql = "parse_ipv4_mask",
            doc = "The address as a number, without the bits after a prefix.",
            example = "parse_ipv4_mask('127.0.0.1', 24) -> 2130706432",
            source = SOURCE)
    static Long parse(String address, long prefix) {
        Ipv4 ip = Ipv4.read(address);
        return ip == null || !isPrefix(prefix) ? null : Long.valueOf(ip.masked(Math.min(ip.prefix(), (int) prefix)));
    }

    @Scalar(
            kql = "ipv4_is_private",
            doc = "True if the address, or every address of its prefix, is in 10/8, 172.16/12 or 192.168/16.",
            example = {
                "ipv4_is_private('192.168.1.1/24') -> true",
                "ipv4_is_private('10.1.2.3/4') -> false",
                "ipv4_is_private('1.2.3') -> bool(null)"
            },
            source = SOURCE)
    static Boolean isPrivate(String address) {
        Ipv4 ip = Ipv4.read(address);
        return ip == null ? null : Boolean.valueOf(PRIVATE.stream().anyMatch(range -> range.contains(ip)));
    }

    @Scalar(
            kql = "ipv4_is_in_range",
            doc = "True if the address is in the range.",
            example = {
                "ipv4_is_in_range('192.168.1.6', '192.168.1.1/24') -> true",
                "ipv4_is_in_range('192.168.2.1', '192.168.1.1') -> false"
            },
            source = SOURCE)
    static Boolean isInRange(String address, String range) {
        Ipv4 ip = Ipv4.read(address);
        Ipv4 of = Ipv4.read(range);
        return ip == null || of == null ? null : Boolean.valueOf(of.holds(ip));
    }

    @Scalar(
            kql = "ipv4_is_in_any_range",
            doc = "True if the address is in one of the ranges.",
            example = "ipv4_is_in_any_range('192.168.1.6', '10.0.0.0/8', '192.168.0.0/16') -> true",
            source = SOURCE)
    static Boolean isInAnyRange(String address, String... ranges) {
        return Ipv4Ranges.of(List.of(ranges)).anyHolds(address);
    }

    @Scalar(
            kql = "ipv4_is_in_any_range",
            doc = "True if the address is in one of the ranges of an array.",
            example = "ipv4_is_in_any_range('8.8.8.8', dynamic(['10.0.0.0/8'])) -> false",
            source = SOURCE)
    static Boolean isInAnyRange(String address, Ipv4Ranges ranges) {
        return ranges.anyHolds(address);
    }

    @Scalar(
            kql = "ipv4_netmask_suffix",
            doc = "The length of the address's prefix; 32 if it has none.",
            example = "ipv4_netmask_suffix('127.0.0.1/16') -> 16",
            source = SOURCE)
    static Long suffix(String address) {
        Ipv4 ip = Ipv4.read(address);
        return ip == null ? null : Long.valueOf(ip.prefix());
    }

    @Scalar(
            kql = "ipv4_compare",
            doc = "-1, 0 or 1 as the first address is below, equal to or above the second, up to the shorter prefix.",
            example = {
                "ipv4_compare('192.168.1.1/24', '192.168.1.255') -> 0",
                "ipv4_compare('192.168.1.1', '192.168.1.2') -> -1"
            },
            source = SOURCE)
    static Long compare(String left, String right) {
        return compare(left, right, 32);
    }

    @Scalar(
            kql = "ipv4_compare",
            doc = "The same, up to a prefix if that is shorter.",
            example = "ipv4_compare('192.168.1.1', '192.168.1.0', 31) -> 0",
            source = SOURCE)
    static Long compare(String left, String right, long prefix) {
        Ipv4 a = Ipv4.read(left);
        Ipv4 b = Ipv4.read(right);
        if (a == null || b == null || !isPrefix(prefix)) {
            return null;
        }
        int length = Math.min((int) prefix, Math.min(a.prefix(), b.prefix()));
        return (long) Long.compare(a.masked(length), b.masked(length));
    }

    @Scalar(
            kql = "ipv4_is_match",
            doc = "True if the addresses are equal up to the shorter prefix.",
            example = "ipv4_is_match('192.168.1.1/24', '192.168.1.255') -> true",
            source = SOURCE)
    static Boolean isMatch(String left, String right) {
        return isMatch(left, right, 32);
    }

    @Scalar(kql = "ipv4_is_match", doc = "The same, up to a prefix if that is shorter.", source = SOURCE)
    static Boolean isMatch(String left, String right, long prefix) {
        Long comparison = compare(left, right, prefix);
        return comparison == null ? null : Boolean.valueOf(comparison == 0);
    }

    @Scalar(
            kql = "format_ipv4",
            doc = "Text of the address without the bits after its prefix.",
            example = "format_ipv4('192.168.1.1/24') -> '192.168.1.0'",
            source = SOURCE)
    static String format(String address) {
        return format(address, 32);
    }

    @Scalar(
            kql = "format_ipv4",
            doc = "Text of the address without the bits after a prefix.",
            example = {"format_ipv4('192.168.1.1', 24) -> '192.168.1.0'", "format_ipv4('192.168.1.1', -1) -> ''"},
            source = SOURCE,
            nulls = Nulls.GIVE_EMPTY)
    static String format(String address, long prefix) {
        Ipv4 ip = Ipv4.read(address);
        return ip == null || !isPrefix(prefix) ? "" : Ipv4.text(ip.masked(Math.min(ip.prefix(), (int) prefix)));
    }

    @Scalar(
            kql = "format_ipv4",
            doc = "Text of the address that the number is.",
            example = "format_ipv4(3232235777) -> '192.168.1.1'",
            source = SOURCE,
            nulls = Nulls.GIVE_EMPTY)
    static String format(long address) {
        return format(address, 32);
    }

    @Scalar(
            kql = "format_ipv4",
            doc = "Text of the address that the number is, without the bits after a prefix.",
            source = SOURCE,
            nulls = Nulls.GIVE_EMPTY)
    static String format(long address, long prefix) {
        boolean isAddress = address >= 0 && address <= 0xFFFFFFFFL && isPrefix(prefix);
        return isAddress ? Ipv4.text(address & Ipv4.mask((int) prefix)) : "";
    }

    @Scalar(
            kql = "format_ipv4_mask",
            doc = "Text of the address and its prefix.",
            example = "format_ipv4_mask('192.168.1.1/24') -> '192.168.1.0/24'",
            source = SOURCE)
    static String formatMask(String address) {
        return formatMask(address, 32);
    }

    @Scalar(
            kql = "format_ipv4_mask",
            doc = "Text of the address and a prefix, the shorter one.",
            example = "format_ipv4_mask('192.168.1.1', 24) -> '192.168.1.0/24'",
            source = SOURCE,
            nulls = Nulls.GIVE_EMPTY)
    static String formatMask(String address, long prefix) {
        String text = format(address, prefix);
        return text.isEmpty() ? "" : text + "/" + Math.min(Ipv4.read(address).prefix(), prefix);
    }

    @Scalar(
            kql = "format_ipv4_mask",
            doc = "Text of the address that the number is and a prefix.",
            example = "format_ipv4_mask(3232235777, 24) -> '192.168.1.0/24'",
            source = SOURCE,
            nulls = Nulls.GIVE_EMPTY)
    static String formatMask(long address, long prefix) {
        String text = format(address, prefix);
        return text.isEmpty() ? "" : text + "/" + prefix;
    }

    @Scalar(
            kql = "ipv4_range_to_cidr_list",
            doc = "Array of the fewest prefixes that cover the addresses from a start to an end.",
            example = "ipv4_range_to_cidr_list('1.1.128.0', '1.1.140.255') -> "
                    + "dynamic(['1.1.128.0/21','1.1.136.0/22','1.1.140.0/24'])",
            source = SOURCE)
    static Object cidrs(String start, String end) {
        Ipv4 from = Ipv4.read(start);
        Ipv4 to = Ipv4.read(end);
        if (from == null || to == null || from.bits() > to.bits()) {
            return null;
        }
        List<Object> cidrs = new ArrayList<>();
        for (long at = from.bits(); at <= to.bits(); ) {
            int length = 32;
            while (length > 0) {
                long size = 1L << 32 - length + 1;
                if (at % size != 0 || at + size - 1 > to.bits()) {
                    break;
                }
                length--;
            }
            cidrs.add(Ipv4.text(at) + "/" + length);
            at += 1L << 32 - length;
        }
        return cidrs;
    }

    private static boolean isPrefix(long prefix) {
        return prefix >= 0 && prefix <= 32;
    }
}

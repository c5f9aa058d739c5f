package io.quarry.functions.net;

import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.util.List;

/** KQL's functions of IPv6 addresses, which take those of IPv4 too. */
final class Ipv6Functions {
    private static final String SOURCE = "Kusto Query Language reference, IPv4/IPv6 functions";

    private Ipv6Functions() {}

    @Scalar(
            kql = "parse_ipv6",
            doc = "Full text of the address without the bits after its prefix; empty for what is no address.",
            example = {
                "parse_ipv6('192.168.255.255/24') -> '0000:0000:0000:0000:0000:ffff:c0a8:ff00'",
                "parse_ipv6('fe80::85d:e82c:9446:7994') -> 'fe80:0000:0000:0000:085d:e82c:9446:7994'"
            },
            source = SOURCE)
    static String parse(String address) {
        Ipv6 ip = Ipv6.read(address);
        return ip == null ? "" : ip.masked(ip.prefix()).text();
    }

    @Scalar(
            kql = "parse_ipv6_mask",
            doc = "Full text of the address without the bits after a prefix, if that is shorter than its own.",
            example = "parse_ipv6_mask('192.168.255.255', 120) -> '0000:0000:0000:0000:0000:ffff:c0a8:ff00'",
            source = SOURCE,
            nulls = Nulls.GIVE_EMPTY)
    static String parse(String address, long prefix) {
        Ipv6 ip = Ipv6.read(address);
        boolean isKnown = ip != null && prefix >= 0 && prefix <= 128;
        return isKnown ? ip.masked(Math.min(ip.prefix(), (int) prefix)).text() : "";
    }

    @Scalar(
            kql = "ipv6_compare",
            doc = "-1, 0 or 1 as the first address is below, equal to or above the second, up to the shorter prefix.",
            example = "ipv6_compare('192.168.1.1', '::ffff:c0a8:101') -> 0",
            source = SOURCE)
    static Long compare(String left, String right) {
        return compare(left, right, 128);
    }

    @Scalar(kql = "ipv6_compare", doc = "The same, up to a prefix if that is shorter.", source = SOURCE)
    static Long compare(String left, String right, long prefix) {
        Ipv6 a = Ipv6.read(left);
        Ipv6 b = Ipv6.read(right);
        if (a == null || b == null || prefix < 0 || prefix > 128) {
            return null;
        }
        int length = Math.min((int) prefix, Math.min(a.prefix(), b.prefix()));
        return (long) Integer.signum(a.masked(length).compareBits(b.masked(length)));
    }

    @Scalar(
            kql = "ipv6_is_match",
            doc = "True if the addresses are equal up to the shorter prefix.",
            example = "ipv6_is_match('fe80::1', 'fe80::2') -> false",
            source = SOURCE)
    static Boolean isMatch(String left, String right) {
        return isMatch(left, right, 128);
    }

    @Scalar(kql = "ipv6_is_match", doc = "The same, up to a prefix if that is shorter.", source = SOURCE)
    static Boolean isMatch(String left, String right, long prefix) {
        Long comparison = compare(left, right, prefix);
        return comparison == null ? null : Boolean.valueOf(comparison == 0);
    }

    @Scalar(
            kql = "ipv6_is_in_range",
            doc = "True if the address is in the range.",
            example = "ipv6_is_in_range('a5e:f127::abcd', 'a5e:f127::/112') -> true",
            source = SOURCE)
    static Boolean isInRange(String address, String range) {
        Ipv6 ip = Ipv6.read(address);
        Ipv6 of = Ipv6.read(range);
        return ip == null || of == null ? null : Boolean.valueOf(of.holds(ip));
    }

    @Scalar(kql = "ipv6_is_in_any_range", doc = "True if the address is in one of the ranges.", source = SOURCE)
    static Boolean isInAnyRange(String address, String... ranges) {
        return Ipv6Ranges.of(List.of(ranges)).anyHolds(address);
    }

    @Scalar(
            kql = "ipv6_is_in_any_range",
            doc = "True if the address is in one of the ranges of an array.",
            example = "ipv6_is_in_any_range('10.1.2.3', dynamic(['10.0.0.0/8'])) -> true",
            source = SOURCE)
    static Boolean isInAnyRange(String address, Ipv6Ranges ranges) {
        return ranges.anyHolds(address);
    }
}

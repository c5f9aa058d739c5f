package io.quarry.functions.net;

import io.quarry.functions.json.DynamicText;
import io.quarry.processor.Scalar;
import java.util.List;
import java.util.function.Predicate;

/** KQL's search for IPv4 addresses in text. An address stands alone: no letter or digit is beside it. */
final class Ipv4Search {
    private static final String SOURCE = "Kusto Query Language reference, has_ipv4() and its kin";

    private Ipv4Search() {}

    @Scalar(
            kql = {"has_ipv4", "has_any_ipv4"},
            doc = "True if one of the addresses is in the text.",
            example = {
                "has_ipv4('05:04:54 127.0.0.1 GET /favicon.ico 404', '127.0.0.1') -> true",
                "has_ipv4('05:04:54127.0.0.1 GET', '127.0.0.1') -> false",
                "has_any_ipv4('a 127.0.0.256 b', '127.0.0.256') -> false"
            },
            source = SOURCE)
    static boolean hasAny(String text, String... addresses) {
        return has(text, address -> List.of(addresses).contains(address));
    }

    @Scalar(
            kql = "has_any_ipv4",
            doc = "True if one of the addresses of an array is in the text.",
            example = "has_any_ipv4('a 127.0.0.1 b', dynamic(['127.0.0.1'])) -> true",
            source = SOURCE)
    static boolean hasAny(String text, Object addresses) {
        return has(text, DynamicText.elements(addresses)::contains);
    }

    @Scalar(
            kql = {"has_ipv4_prefix", "has_any_ipv4_prefix"},
            doc =
                    "True if an address with one of the prefixes is in the text; a prefix ends with a dot or is an address.",
            example = {
                "has_ipv4_prefix('a 127.0.0.1 b', '127.0.') -> true",
                "has_ipv4_prefix('a 127.0.0.1 b', '127.0') -> false"
            },
            source = SOURCE)
    static boolean hasAnyPrefix(String text, String... prefixes) {
        return has(text, address -> hasPrefix(address, List.of(prefixes)));
    }

    @Scalar(
            kql = "has_any_ipv4_prefix",
            doc = "The same for an array of prefixes.",
            example = "has_any_ipv4_prefix('a 127.0.0.1 b', dynamic(['127.0.','192.168.'])) -> true",
            source = SOURCE)
    static boolean hasAnyPrefix(String text, Object prefixes) {
        List<String> wanted = DynamicText.elements(prefixes);
        return has(text, address -> hasPrefix(address, wanted));
    }

    private static boolean hasPrefix(String address, List<String> prefixes) {
        return prefixes.stream()
                .anyMatch(prefix -> address.equals(prefix) || prefix.endsWith(".") && address.startsWith(prefix));
    }

    private static boolean has(String text, Predicate<String> isWanted) {
        int at = 0;
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && isPart(text.charAt(at))) {
                at++;
            }
            if (at > start && isAlone(text, start, at)) {
                String run = text.substring(start, at).replaceAll("^\\.+|\\.+$", "");
                if (Ipv4.bits(run).isPresent() && isWanted.test(run)) {
                    return true;
                }
            }
            at++;
        }
        return false;
    }

    private static boolean isPart(char c) {
        return c >= '0' && c <= '9' || c == '.';
    }

    private static boolean isAlone(String text, int start, int end) {
        boolean isJoinedBefore =
                start > 0 && text.charAt(start) != '.' && Character.isLetterOrDigit(text.codePointBefore(start));
        boolean isJoinedAfter =
                end < text.length() && text.charAt(end - 1) != '.' && Character.isLetterOrDigit(text.codePointAt(end));
        return !isJoinedBefore && !isJoinedAfter;
    }
}

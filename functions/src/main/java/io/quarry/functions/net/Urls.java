package io.quarry.functions.net;

import io.quarry.processor.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** URLs, their parts and their percent-encoding. */
final class Urls {
    private static final Pattern URL = Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?"
            + "(?://(?:([^:@/?#]*)(?::([^@/?#]*))?@)?(\\[[^\\]]*\\]|[^:/?#]*)(?::(\\d*))?)?"
            + "([^?#]*)(?:\\?([^#]*))?(?:#(.*))?");
    private static final String UNRESERVED = "-_.~";

    private Urls() {}

    @Scalar(
            kql = {"parse_url", "parseurl"},
            doc = "Bag of the parts of a URL; a part that is missing is the empty text.",
            example =
                    "parse_url('https://u:p@host.com:8443/a/b?k=1&l=2#f') -> dynamic({'Scheme':'https','Host':'host.com',"
                            + "'Port':'8443','Path':'/a/b','Username':'u','Password':'p',"
                            + "'Query Parameters':{'k':'1','l':'2'},'Fragment':'f'})",
            source = "Kusto Query Language reference, parse_url()")
    static Object parse(String url) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            return null;
        }
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("Scheme", part(matcher, 1));
        parts.put("Host", part(matcher, 4));
        parts.put("Port", part(matcher, 5));
        parts.put("Path", part(matcher, 6));
        parts.put("Username", part(matcher, 2));
        parts.put("Password", part(matcher, 3));
        parts.put("Query Parameters", parameters(part(matcher, 7)));
        parts.put("Fragment", part(matcher, 8));
        return parts;
    }

    @Scalar(
            kql = {"parse_urlquery", "parseurlquery"},
            doc = "Bag of the parameters of a URL's query.",
            example = "parse_urlquery('k=1&l') -> dynamic({'Query Parameters':{'k':'1','l':''}})",
            source = "Kusto Query Language reference, parse_urlquery()")
    static Object parseQuery(String query) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("Query Parameters", parameters(query.startsWith("?") ? query.substring(1) : query));
        return parts;
    }

    private static Map<String, Object> parameters(String query) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                parameters.put(
                        equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        return parameters;
    }

    private static String part(Matcher matcher, int group) {
        return matcher.group(group) == null ? "" : matcher.group(group);
    }

    @Scalar(
            kql = "url_decode",
            doc = "The text with percent-encoded bytes and plus signs decoded.",
            example = {
                "url_decode('https%3a%2f%2fwww.bing.com%2f') -> 'https://www.bing.com/'",
                "url_decode('a+b%zz') -> 'a b%zz'"
            },
            source = "Kusto Query Language reference, url_decode()")
    static String decode(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        byte[] decoded = new byte[encoded.length];
        int length = 0;
        for (int i = 0; i < encoded.length; i++) {
            boolean isByte =
                    encoded[i] == '%' && i + 2 < encoded.length && hex(encoded[i + 1]) >= 0 && hex(encoded[i + 2]) >= 0;
            if (isByte) {
                decoded[length++] = (byte) (hex(encoded[i + 1]) << 4 | hex(encoded[i + 2]));
                i += 2;
            } else {
                decoded[length++] = encoded[i] == '+' ? (byte) ' ' : encoded[i];
            }
        }
        return new String(decoded, 0, length, StandardCharsets.UTF_8);
    }

    private static int hex(byte digit) {
        return Character.digit(digit, 16);
    }

    @Scalar(
            kql = "url_encode",
            doc = "The text percent-encoded, blanks as plus signs.",
            example = "url_encode('a b/c') -> 'a+b%2fc'",
            source = "Kusto Query Language reference, url_encode()")
    static String encode(String text) {
        return encodeComponent(text).replace("%20", "+");
    }

    @Scalar(
            kql = "url_encode_component",
            doc = "The text percent-encoded, blanks as %20.",
            example = "url_encode_component('a b/é') -> 'a%20b%2f%c3%a9'",
            source = "Kusto Query Language reference, url_encode_component()")
    static String encodeComponent(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = b > 0 && (Character.isLetterOrDigit(b) || UNRESERVED.indexOf(b) >= 0);
            if (isPlain) {
                encoded.append((char) b);
            } else {
                encoded.append(String.format("%%%02x", b));
            }
        }
        return encoded.toString();
    }
}

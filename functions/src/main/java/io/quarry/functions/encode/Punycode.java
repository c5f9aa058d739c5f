package io.quarry.functions.encode;

import io.quarry.processor.Scalar;

/**
 * Names of hosts with letters beyond ASCII, as ASCII.
 *
 * <p>Source: RFC 3492; RFC 5891 for the prefix of a label.
 */
final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_CODE = 128;
    private static final String PREFIX = "xn--";

    private Punycode() {}

    @Scalar(
            kql = "punycode_from_string",
            doc = "The text in Punycode.",
            example = "punycode_from_string('académie-française') -> 'acadmie-franaise-npb1a'",
            source = "Kusto Query Language reference, punycode_from_string()")
    static String encode(String text) {
        int[] codes = text.codePoints().toArray();
        StringBuilder encoded = new StringBuilder();
        text.codePoints().filter(code -> code < FIRST_CODE).forEach(encoded::appendCodePoint);
        int basic = encoded.length();
        if (basic > 0) {
            encoded.append('-');
        }
        int code = FIRST_CODE;
        int bias = FIRST_BIAS;
        long delta = 0;
        for (int handled = basic; handled < codes.length; ) {
            int next = nextCode(codes, code);
            delta += (long) (next - code) * (handled + 1);
            code = next;
            for (int each : codes) {
                if (each < code) {
                    delta++;
                } else if (each == code) {
                    append(encoded, delta, bias);
                    bias = adapted(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            code++;
        }
        return encoded.toString();
    }

    private static int nextCode(int[] codes, int from) {
        int next = Integer.MAX_VALUE;
        for (int code : codes) {
            next = code >= from ? Math.min(next, code) : next;
        }
        return next;
    }

    private static void append(StringBuilder encoded, long number, int bias) {
        long rest = number;
        for (int k = BASE; ; k += BASE) {
            int threshold = threshold(k, bias);
            if (rest < threshold) {
                encoded.append(digit((int) rest));
                return;
            }
            encoded.append(digit((int) (threshold + (rest - threshold) % (BASE - threshold))));
            rest = (rest - threshold) / (BASE - threshold);
        }
    }

    private static int threshold(int k, int bias) {
        return Math.max(T_MIN, Math.min(T_MAX, k - bias));
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }

    private static int adapted(long delta, int points, boolean isFirst) {
        long rest = isFirst ? delta / DAMP : delta / 2;
        rest += rest / points;
        int k = 0;
        for (; rest > (BASE - T_MIN) * T_MAX / 2; k += BASE) {
            rest /= BASE - T_MIN;
        }
        return (int) (k + (BASE - T_MIN + 1) * rest / (rest + SKEW));
    }

    @Scalar(
            kql = "punycode_to_string",
            doc = "The text that the Punycode says; empty if it is broken.",
            example = {
                "punycode_to_string('acadmie-franaise-npb1a') -> 'académie-française'",
                "punycode_to_string('a-!') -> ''"
            },
            source = "Kusto Query Language reference, punycode_to_string()")
    static String decode(String punycode) {
        int split = punycode.lastIndexOf('-');
        StringBuilder decoded = new StringBuilder(split > 0 ? punycode.substring(0, split) : "");
        int at = split >= 0 ? split + 1 : 0;
        long code = FIRST_CODE;
        long place = 0;
        int bias = FIRST_BIAS;
        while (at < punycode.length()) {
            long before = place;
            long weight = 1;
            for (int k = BASE; ; k += BASE) {
                int value = at < punycode.length() ? value(punycode.charAt(at++)) : -1;
                if (value < 0 || weight > Integer.MAX_VALUE) {
                    return "";
                }
                place += value * weight;
                int threshold = threshold(k, bias);
                if (value < threshold) {
                    break;
                }
                weight *= BASE - threshold;
            }
            int points = decoded.codePointCount(0, decoded.length()) + 1;
            bias = adapted(place - before, points, before == 0);
            code += place / points;
            place %= points;
            if (code > Character.MAX_CODE_POINT) {
                return "";
            }
            decoded.insert(decoded.offsetByCodePoints(0, (int) place), Character.toChars((int) code));
            place++;
        }
        return decoded.toString();
    }

    private static int value(char digit) {
        if (digit >= '0' && digit <= '9') {
            return digit - '0' + 26;
        }
        char lower = Character.toLowerCase(digit);
        return lower >= 'a' && lower <= 'z' ? lower - 'a' : -1;
    }

    @Scalar(
            kql = "punycode_domain_from_string",
            doc = "The domain with each label beyond ASCII in Punycode.",
            example = "punycode_domain_from_string('艺术.com') -> 'xn--cqv902d.com'",
            source = "Kusto Query Language reference, punycode_domain_from_string()")
    static String encodeDomain(String domain) {
        String[] labels = domain.split("\\.", -1);
        for (int i = 0; i < labels.length; i++) {
            boolean isAscii = labels[i].codePoints().allMatch(code -> code < FIRST_CODE);
            labels[i] = isAscii ? labels[i] : PREFIX + encode(labels[i]);
        }
        return String.join(".", labels);
    }

    @Scalar(
            kql = "punycode_domain_to_string",
            doc = "The domain with the letters that its labels in Punycode stand for.",
            example = "punycode_domain_to_string('xn--cqv902d.com') -> '艺术.com'",
            source = "Kusto Query Language reference, punycode_domain_to_string()")
    static String decodeDomain(String domain) {
        String[] labels = domain.split("\\.", -1);
        for (int i = 0; i < labels.length; i++) {
            boolean isEncoded = labels[i].regionMatches(true, 0, PREFIX, 0, PREFIX.length());
            labels[i] = isEncoded ? decode(labels[i].substring(PREFIX.length())) : labels[i];
        }
        return String.join(".", labels);
    }
}

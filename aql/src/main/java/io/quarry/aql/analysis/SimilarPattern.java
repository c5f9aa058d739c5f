package io.quarry.aql.analysis;

import java.util.Optional;

/**
 * Patterns of standard SQL's {@code SIMILAR TO} as regular expressions: {@code %} and {@code _} are wildcards, a backslash
 * takes a character literally, {@code | * + ? { } ( ) [ ]} mean what they mean in regular expressions, and everything else
 * is literal. A pattern covers the whole value, as {@code MATCHES} does.
 */
final class SimilarPattern {
    private static final String SPECIAL = "|*+?{}()";
    private static final String ESCAPED = ".^$\\";

    private SimilarPattern() {}

    /** Empty if the pattern ends inside an escape or a bracket. */
    static Optional<String> toRegex(String pattern) {
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                if (i + 1 == pattern.length()) {
                    return Optional.empty();
                }
                literal(regex, pattern.charAt(i + 1));
                i += 2;
            } else if (c == '[') {
                int close = pattern.indexOf(']', i + 1);
                if (close < 0) {
                    return Optional.empty();
                }
                regex.append(pattern, i, close + 1);
                i = close + 1;
            } else {
                regex.append(c == '%' ? ".*" : c == '_' ? "." : ESCAPED.indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
                i++;
            }
        }
        return Optional.of(anchored(regex.toString()));
    }

    /** Says that the whole value is meant, where nothing else does. */
    private static String anchored(String regex) {
        if (regex.startsWith(".*") || regex.endsWith(".*")) {
            return regex;
        }
        return WholeRegex.hasTopLevelBar(regex) ? "^(" + regex + ")$" : "^" + regex + "$";
    }

    private static void literal(StringBuilder regex, char c) {
        if (SPECIAL.indexOf(c) >= 0 || ESCAPED.indexOf(c) >= 0 || c == '[' || c == ']') {
            regex.append('\\');
        }
        regex.append(c);
    }
}

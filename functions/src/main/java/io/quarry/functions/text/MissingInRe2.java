package io.quarry.functions.text;

import java.util.Optional;

/**
 * What other engines of regular expressions have and RE2 has not, since it could take exponential time. Source: the syntax page
 * of RE2, which lists these as not supported.
 */
enum MissingInRe2 {
    LOOK_BEHIND("(?<=", "look-behind", Instead.TWO_CONDITIONS),
    NEGATIVE_LOOK_BEHIND("(?<!", "look-behind", Instead.TWO_CONDITIONS),
    LOOK_AHEAD("(?=", "look-ahead", Instead.TWO_CONDITIONS),
    NEGATIVE_LOOK_AHEAD("(?!", "look-ahead", Instead.TWO_CONDITIONS),
    ATOMIC_GROUP("(?>", "atomic groups", Instead.PLAIN_GROUP),
    CONDITION("(?(", "conditions", Instead.ALTERNATIVES),
    COMMENT("(?#", "comments", Instead.NO_COMMENT);

    private static final class Instead {
        static final String TWO_CONDITIONS =
                "say in a condition of its own what stands around, or match it too and take the part in a group";
        static final String PLAIN_GROUP = "write a plain group (?:...)";
        static final String ALTERNATIVES = "write both forms with | between them";
        static final String NO_COMMENT = "leave the comment out";
    }

    private final String opening;
    private final String what;
    private final String instead;

    MissingInRe2(String opening, String what, String instead) {
        this.opening = opening;
        this.what = what;
        this.instead = instead;
    }

    /** What a pattern that RE2 refuses asks of it in vain, and what to write instead; empty if it is none of these. */
    static Optional<String> in(String pattern) {
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                i++;
                char escaped = pattern.charAt(i);
                if (!inClass && escaped >= '1' && escaped <= '9') {
                    return Optional.of("RE2 has no back-references such as \\" + escaped
                            + "; extract both parts and compare them");
                }
            } else if (c == '[' || c == ']') {
                inClass = c == '[';
            } else if (!inClass) {
                for (MissingInRe2 missing : values()) {
                    if (pattern.startsWith(missing.opening, i)) {
                        return Optional.of(
                                "RE2 has no " + missing.what + " " + missing.opening + "...); " + missing.instead);
                    }
                }
                if (c == '+' && i > 0 && "+*?}".indexOf(pattern.charAt(i - 1)) >= 0) {
                    return Optional.of("RE2 has no possessive repetition " + pattern.charAt(i - 1)
                            + "+; write it without the second sign");
                }
            }
        }
        return Optional.empty();
    }
}

package io.quarry.functions.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a text that every match of a regular expression contains. A text without it has no match, which is found out much
 * faster than by the expression itself. Where the pattern is not simple enough, the required text is empty.
 */
final class RequiredText {
    private static final Pattern REPETITION = Pattern.compile("\\{\\d+(,\\d*)?\\}");
    private static final Pattern CASELESS = Pattern.compile("\\(\\?[a-zA-Z]*i");
    private static final String SINGLE_ESCAPES = "dDwWsSbBAz";

    private final String pattern;
    private final boolean isCaseless;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";
    private int at;

    private RequiredText(String pattern) {
        this.pattern = pattern;
        this.isCaseless = CASELESS.matcher(pattern).find();
    }

    /** What a text needs to have a match; the needle of the empty text if nothing is known. */
    static Needle of(String pattern) {
        RequiredText required = new RequiredText(pattern);
        String text = required.isRead() ? required.longest : "";
        return required.isCaseless ? CaselessNeedle.of(text) : ExactNeedle.of(text);
    }

    /** False if nothing can be said. */
    private boolean isRead() {
        while (at < pattern.length()) {
            if (!step(pattern.charAt(at))) {
                return false;
            }
        }
        endRun();
        return true;
    }

    private boolean step(char c) {
        switch (c) {
            case '|' -> {
                return false;
            }
            case '\\' -> {
                return escape();
            }
            case '(' -> {
                endRun();
                return skipGroup();
            }
            case '[' -> {
                endRun();
                return skipClass();
            }
            case '*', '?', '{' -> {
                return optional();
            }
            case '+', '.', '^', '$' -> endRun();
            default -> literal(c);
        }
        at++;
        return true;
    }

    /** Under {@code (?i)} letters of other alphabets are like k and s, which the search for a needle does not know. */
    private void literal(char c) {
        boolean isPlain = c >= ' ' && c <= '~' && !(isCaseless && "kKsS".indexOf(c) >= 0);
        if (isPlain) {
            run.append(c);
        } else {
            endRun();
        }
    }

    private boolean escape() {
        if (at + 1 == pattern.length()) {
            return false;
        }
        char c = pattern.charAt(at + 1);
        at += 2;
        if (SINGLE_ESCAPES.indexOf(c) >= 0) {
            endRun();
            return true;
        }
        if (Character.isLetterOrDigit(c)) {
            return false;
        }
        literal(c);
        return true;
    }

    /** What repeats need not be there. */
    private boolean optional() {
        if (run.length() > 0) {
            run.setLength(run.length() - 1);
        }
        endRun();
        if (pattern.charAt(at) != '{') {
            at++;
            return true;
        }
        Matcher repetition = REPETITION.matcher(pattern).region(at, pattern.length());
        boolean isRepetition = repetition.lookingAt();
        at = isRepetition ? repetition.end() : at;
        return isRepetition;
    }

    private boolean skipGroup() {
        int depth = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '\\') {
                at += 2;
            } else if (c == '[') {
                if (!skipClass()) {
                    return false;
                }
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                at++;
                if (depth == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean skipClass() {
        at++;
        at += at < pattern.length() && pattern.charAt(at) == '^' ? 1 : 0;
        at += at < pattern.length() && pattern.charAt(at) == ']' ? 1 : 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            boolean isPosix = pattern.startsWith("[:", at);
            if (isPosix) {
                int end = pattern.indexOf(":]", at);
                at = end < 0 ? pattern.length() : end + 2;
            } else {
                at += c == '\\' ? 2 : 1;
                if (c == ']') {
                    return true;
                }
            }
        }
        return false;
    }

    private void endRun() {
        if (run.length() > longest.length()) {
            longest = run.toString();
        }
        run.setLength(0);
    }
}

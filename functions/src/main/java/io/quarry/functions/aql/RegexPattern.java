package io.quarry.functions.aql;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.quarry.functions.text.RegexSearch;
import io.quarry.functions.text.Utf8;
import io.quarry.plan.FunctionException;
import java.nio.charset.StandardCharsets;

/** A regular expression of {@code MATCHES}, made ready; runs in linear time. Immutable; safe for threads. */
public final class RegexPattern {
    private final Pattern pattern;
    private final RegexSearch whole;
    private final RegexSearch anywhere;

    private RegexPattern(Pattern pattern) {
        this.pattern = pattern;
        this.whole = RegexSearch.of(pattern, RegexSearch.Extent.WHOLE);
        this.anywhere = RegexSearch.of(pattern, RegexSearch.Extent.ANYWHERE);
    }

    /**
     * Compiles.
     *
     * @param regex in Java's syntax
     * @throws FunctionException if the text is not a regular expression, or one that needs backtracking (lookaround, back
     *     references, possessive quantifiers)
     */
    public static RegexPattern of(String regex) {
        return of(regex, 0);
    }

    static RegexPattern of(String regex, int flags) {
        try {
            return new RegexPattern(Pattern.compile(JavaRegex.inRe2(regex), flags));
        } catch (PatternSyntaxException e) {
            throw new FunctionException("no regular expression that can be run: " + e.getDescription());
        }
    }

    /** True if the expression covers the whole text. */
    boolean matches(Utf8 text) {
        return whole.isIn(text);
    }

    /** True if the expression occurs in the text. */
    boolean occursIn(Utf8 text) {
        return anywhere.isIn(text);
    }

    /** Null if there is a match, and nothing that the replacement can stand for. */
    String replaceAll(String text, String replacement) {
        return isReplacement(replacement) ? encodable(pattern.matcher(text).replaceAll(replacement)) : unreplaced(text);
    }

    /** See {@link #replaceAll}. */
    String replaceFirst(String text, String replacement) {
        return isReplacement(replacement) ? pattern.matcher(text).replaceFirst(replacement) : unreplaced(text);
    }

    /** A match of nothing may part the halves of a character: each is a question mark then, as Java encodes it. */
    private static String encodable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private String unreplaced(String text) {
        return pattern.matcher(text).find() ? null : text;
    }

    /**
     * True if a text may take the place of a match: a dollar sign stands before the number of a group, or the name of one in
     * braces; a backslash stands before a character.
     */
    public boolean isReplacement(String replacement) {
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            if (c == '\\') {
                i++;
            }
            if (i == replacement.length() || c == '$' && !namesGroup(replacement.substring(i + 1))) {
                return false;
            }
        }
        return true;
    }

    private boolean namesGroup(String reference) {
        if (reference.startsWith("{")) {
            int end = reference.indexOf('}');
            return end > 0 && pattern.namedGroups().containsKey(reference.substring(1, end));
        }
        char digit = reference.isEmpty() ? ' ' : reference.charAt(0);
        return digit >= '0' && digit <= '9' && digit - '0' <= pattern.groupCount();
    }
}

package io.quarry.functions.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.quarry.plan.FunctionException;

/**
 * A regular expression of KQL: no backreferences, no look-around, linear time, and Unicode in {@code \d}, {@code \w} and
 * {@code \s}. The word boundary {@code \b} knows the letters of ASCII only. Immutable, safe for threads.
 *
 * <p>Source: Kusto Query Language reference, Regex syntax.
 */
public final class Regex {
    private static final int LONGEST = 200_000;

    /** The library reads the rest of the pattern anew for each class. */
    private static final int MOST_CLASSES = 5_000;

    private static final int LONGEST_QUOTED = 200;

    private final Pattern pattern;
    private final RegexSearch search;

    private Regex(Pattern pattern) {
        this.pattern = pattern;
        this.search = RegexSearch.of(pattern, RegexSearch.Extent.ANYWHERE);
    }

    /**
     * @throws FunctionException if the pattern is not one, naming what is wrong; a front end reports it for a constant
     *     pattern before the query runs
     */
    public static Regex of(String pattern) {
        String translated = RegexDialect.translate(pattern);
        long classes = translated.chars().filter(c -> c == '[').count();
        if (pattern.length() > LONGEST || classes > MOST_CLASSES) {
            throw bad(
                    pattern,
                    "it has " + pattern.length() + " characters and " + classes + " classes, at most " + LONGEST
                            + " and " + MOST_CLASSES + " are supported");
        }
        try {
            return new Regex(Pattern.compile(translated));
        } catch (PatternSyntaxException e) {
            throw bad(pattern, MissingInRe2.in(pattern).orElse(e.getDescription()));
        } catch (StackOverflowError e) {
            throw bad(pattern, "its groups are nested too deeply");
        }
    }

    private static FunctionException bad(String pattern, String reason) {
        String quoted = pattern.length() <= LONGEST_QUOTED ? pattern : pattern.substring(0, LONGEST_QUOTED) + "...";
        return new FunctionException("bad regular expression '" + quoted + "': " + reason);
    }

    /** True if the text has a match anywhere. */
    public boolean isIn(Utf8 text) {
        return search.isIn(text);
    }

    /** The same. */
    public boolean isIn(String text) {
        return pattern.matcher(text).find();
    }

    public Matcher matcher(String text) {
        return pattern.matcher(text);
    }

    /** The number of a named capturing group; null if no group has that name. */
    Integer group(String name) {
        return pattern.namedGroups().get(name);
    }

    /** The number of capturing groups. */
    public int groups() {
        return pattern.groupCount();
    }
}

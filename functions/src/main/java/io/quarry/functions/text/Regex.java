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
        try {
            return new Regex(Pattern.compile(RegexDialect.translate(pattern)));
        } catch (PatternSyntaxException e) {
            throw new FunctionException("bad regular expression '" + pattern + "': "
                    + MissingInRe2.in(pattern).orElse(e.getDescription()));
        }
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

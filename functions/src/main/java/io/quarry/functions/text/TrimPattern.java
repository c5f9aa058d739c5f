package io.quarry.functions.text;

import com.google.re2j.Matcher;

/** A regular expression to be cut off at the ends of texts, one match at each. Immutable, safe for threads. */
public final class TrimPattern {
    private final Regex atStart;
    private final Regex atEnd;

    private TrimPattern(String pattern) {
        atStart = Regex.of("\\A(?:" + pattern + ")");
        atEnd = Regex.of("(?:" + pattern + ")\\z");
    }

    public static TrimPattern of(String pattern) {
        return new TrimPattern(pattern);
    }

    public String trimStart(String text) {
        Matcher matcher = atStart.matcher(text);
        return matcher.find() ? text.substring(matcher.end()) : text;
    }

    public String trimEnd(String text) {
        Matcher matcher = atEnd.matcher(text);
        return matcher.find() ? text.substring(0, matcher.start()) : text;
    }
}

package io.quarry.functions.aql;

import io.quarry.functions.text.Utf8;
import io.quarry.processor.Scalar;

/** The operators that test a text against a pattern. */
final class Matching {
    private static final String SOURCE = "AQL logical and comparison operators; LIKE clause";

    private Matching() {}

    @Scalar(
            aql = "LIKE",
            doc = "Whether the pattern covers the whole text: % is any characters, _ is one, nothing else is special.",
            example = {"'C:\\Temp\\x' LIKE '%\\temp\\%' -> false", "'C:\\temp\\x' LIKE '%\\temp\\_' -> true"},
            source = SOURCE)
    static boolean like(Utf8 text, LikePattern pattern) {
        return pattern.matches(text);
    }

    @Scalar(
            aql = "ILIKE",
            doc = "Like LIKE, whatever the letter case.",
            example = "'C:\\Temp\\x' ILIKE '%\\temp\\%' -> true",
            source = SOURCE)
    static boolean ilike(Utf8 text, CaselessLikePattern pattern) {
        return pattern.matches(text);
    }

    @Scalar(
            aql = "MATCHES",
            doc = "Whether the regular expression covers the whole text.",
            example = {"'xabcx' MATCHES 'abc' -> false", "'xabcx' MATCHES '.*abc.*' -> true"},
            source = SOURCE + "; that the whole value is meant is reported by tools, not documented")
    static boolean matches(Utf8 text, RegexPattern pattern) {
        return pattern.matches(text);
    }

    @Scalar(
            aql = "IMATCHES",
            doc = "Like MATCHES, whatever the letter case.",
            example = "'xabcx' IMATCHES '.*ABC.*' -> true",
            source = SOURCE)
    static boolean imatches(Utf8 text, CaselessRegexPattern pattern) {
        return pattern.matches(text);
    }

    @Scalar(
            aql = "MATCHES ANYWHERE",
            doc = "Whether the regular expression occurs in the text: the other reading of MATCHES.",
            source = SOURCE)
    static boolean occurs(Utf8 text, RegexPattern pattern) {
        return pattern.occursIn(text);
    }

    @Scalar(
            aql = "IMATCHES ANYWHERE",
            doc = "Whether the regular expression occurs in the text, whatever the letter case.",
            source = SOURCE)
    static boolean occursCaseless(Utf8 text, CaselessRegexPattern pattern) {
        return pattern.occursIn(text);
    }
}

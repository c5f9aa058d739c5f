package io.quarry.functions.aql;

import io.quarry.functions.json.DynamicText;
import io.quarry.functions.text.Utf8;
import io.quarry.processor.Scalar;
import java.util.function.Predicate;

/** Tests of lists of numbers or names: true if an element satisfies them. Numbers are compared as texts. */
final class Lists {
    private static final String SOURCE = "Reported use of creEventList IN (100045); the documentation names no rule";

    private Lists() {}

    @Scalar(aql = "CONTAINS ELEMENT", doc = "Whether an element of the list is written like the text.", source = SOURCE)
    static boolean contains(Object list, String element) {
        return DynamicText.elements(list).contains(element);
    }

    @Scalar(aql = "LIKE", doc = "Whether the pattern covers an element of the list.", source = SOURCE)
    static boolean like(Object list, LikePattern pattern) {
        return any(list, pattern::matches);
    }

    @Scalar(
            aql = "ILIKE",
            doc = "Whether the pattern covers an element of the list, whatever the letter case.",
            source = SOURCE)
    static boolean ilike(Object list, CaselessLikePattern pattern) {
        return any(list, pattern::matches);
    }

    @Scalar(aql = "MATCHES", doc = "Whether the regular expression covers an element of the list.", source = SOURCE)
    static boolean matches(Object list, RegexPattern pattern) {
        return any(list, pattern::matches);
    }

    @Scalar(
            aql = "IMATCHES",
            doc = "Whether the regular expression covers an element of the list, whatever the letter case.",
            source = SOURCE)
    static boolean imatches(Object list, CaselessRegexPattern pattern) {
        return any(list, pattern::matches);
    }

    @Scalar(
            aql = "MATCHES ANYWHERE",
            doc = "Whether the regular expression occurs in an element of the list.",
            source = SOURCE)
    static boolean occurs(Object list, RegexPattern pattern) {
        return any(list, pattern::occursIn);
    }

    @Scalar(
            aql = "IMATCHES ANYWHERE",
            doc = "Whether the regular expression occurs in an element of the list, whatever the letter case.",
            source = SOURCE)
    static boolean occursCaseless(Object list, CaselessRegexPattern pattern) {
        return any(list, pattern::occursIn);
    }

    private static boolean any(Object list, Predicate<Utf8> test) {
        return DynamicText.elements(list).stream().map(Utf8::of).anyMatch(test);
    }
}

package io.quarry.functions.text;

import io.quarry.processor.Scalar;

/** KQL's operators that look for one of several texts. */
final class TextLists {
    private static final String SOURCE = "Kusto Query Language reference, String operators";

    private TextLists() {}

    @Scalar(kql = "in", doc = "True if the text is one of the list.", source = SOURCE)
    static boolean in(Utf8 text, TextSet list) {
        return list.contains(text);
    }

    @Scalar(kql = "in~", doc = "True if the text is one of the list, in any letter case.", source = SOURCE)
    static boolean inCaseless(Utf8 text, CaselessTextSet list) {
        return list.contains(text);
    }

    @Scalar(
            kql = "has_any",
            doc = "True if one of the list is a term of the text, in any letter case.",
            source = SOURCE)
    static boolean hasAny(Utf8 text, Needles list) {
        return list.isAnyTermIn(text);
    }

    @Scalar(
            kql = "has_all",
            doc = "True if all of the list are terms of the text, in any letter case.",
            source = SOURCE)
    static boolean hasAll(Utf8 text, Needles list) {
        return list.areAllTermsIn(text);
    }

    @Scalar(
            kql = "matches regex",
            doc = "True if the regular expression matches somewhere in the text.",
            source = SOURCE)
    static boolean matchesRegex(Utf8 text, Regex regex) {
        return regex.isIn(text);
    }
}

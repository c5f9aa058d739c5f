package io.quarry.functions.text;

import io.quarry.processor.Scalar;

/** KQL's operators that look for one text in another. */
final class TextSearch {
    private static final String SOURCE = "Kusto Query Language reference, String operators";

    private TextSearch() {}

    @Scalar(kql = "=~", doc = "True if the texts are equal but for letter case.", source = SOURCE)
    static boolean equalsCaseless(Utf8 text, Utf8 other) {
        return Folding.areAlike(text, other);
    }

    @Scalar(kql = "contains", doc = "True if the text contains the other, in any letter case.", source = SOURCE)
    static boolean contains(Utf8 text, CaselessNeedle needle) {
        return needle.isIn(text);
    }

    @Scalar(kql = "contains_cs", doc = "True if the text contains the other.", source = SOURCE)
    static boolean containsExact(Utf8 text, ExactNeedle needle) {
        return needle.isIn(text);
    }

    @Scalar(kql = "startswith", doc = "True if the text begins with the other, in any letter case.", source = SOURCE)
    static boolean startsWith(Utf8 text, CaselessNeedle needle) {
        return needle.isPrefixOf(text);
    }

    @Scalar(kql = "startswith_cs", doc = "True if the text begins with the other.", source = SOURCE)
    static boolean startsWithExact(Utf8 text, ExactNeedle needle) {
        return needle.isPrefixOf(text);
    }

    @Scalar(kql = "endswith", doc = "True if the text ends with the other, in any letter case.", source = SOURCE)
    static boolean endsWith(Utf8 text, CaselessNeedle needle) {
        return needle.isSuffixOf(text);
    }

    @Scalar(kql = "endswith_cs", doc = "True if the text ends with the other.", source = SOURCE)
    static boolean endsWithExact(Utf8 text, ExactNeedle needle) {
        return needle.isSuffixOf(text);
    }

    @Scalar(kql = "has", doc = "True if the other is a term of the text, in any letter case.", source = SOURCE)
    static boolean has(Utf8 text, CaselessNeedle needle) {
        return needle.isTermIn(text);
    }

    @Scalar(kql = "has_cs", doc = "True if the other is a term of the text.", source = SOURCE)
    static boolean hasExact(Utf8 text, ExactNeedle needle) {
        return needle.isTermIn(text);
    }

    @Scalar(kql = "hasprefix", doc = "True if a term of the text begins with the other, in any case.", source = SOURCE)
    static boolean hasPrefix(Utf8 text, CaselessNeedle needle) {
        return needle.isTermPrefixIn(text);
    }

    @Scalar(kql = "hasprefix_cs", doc = "True if a term of the text begins with the other.", source = SOURCE)
    static boolean hasPrefixExact(Utf8 text, ExactNeedle needle) {
        return needle.isTermPrefixIn(text);
    }

    @Scalar(kql = "hassuffix", doc = "True if a term of the text ends with the other, in any case.", source = SOURCE)
    static boolean hasSuffix(Utf8 text, CaselessNeedle needle) {
        return needle.isTermSuffixIn(text);
    }

    @Scalar(kql = "hassuffix_cs", doc = "True if a term of the text ends with the other.", source = SOURCE)
    static boolean hasSuffixExact(Utf8 text, ExactNeedle needle) {
        return needle.isTermSuffixIn(text);
    }
}

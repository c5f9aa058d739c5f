package io.quarry.functions.aql;

import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Functions of text. Positions count UTF-16 code units from zero, as Java does. */
final class Texts {
    private static final String SOURCE = "AQL data calculation and formatting functions";

    private Texts() {}

    @Scalar(aql = "LOWER", doc = "The text in lower case.", example = "LOWER('Ab') -> 'ab'", source = SOURCE)
    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    @Scalar(aql = "UPPER", doc = "The text in upper case.", example = "UPPER('Ab') -> 'AB'", source = SOURCE)
    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    @Scalar(aql = "STRLEN", doc = "The number of characters.", example = "STRLEN('abc') -> 3", source = SOURCE)
    static long length(String text) {
        return text.length();
    }

    @Scalar(
            aql = "STRPOS",
            doc = "Where the second text occurs first in the first, from zero; -1 if it does not.",
            example = {"STRPOS('abcb', 'b') -> 1", "STRPOS('abc', 'x') -> -1"},
            source = SOURCE)
    static long position(String text, String sought) {
        return text.indexOf(sought);
    }

    @Scalar(
            aql = "STRPOS",
            doc = "Where the second text occurs first in the first, at or after a position.",
            example = "STRPOS('abcb', 'b', 2) -> 3",
            source = SOURCE)
    static long position(String text, String sought, long from) {
        return text.indexOf(sought, clip(from, text));
    }

    @Scalar(
            aql = "SUBSTRING",
            doc = "The text from a position, counted from zero.",
            example = "SUBSTRING('abcdef', 2) -> 'cdef'",
            source = SOURCE)
    static String substring(String text, long start) {
        return text.substring(clip(start, text));
    }

    @Scalar(
            aql = "SUBSTRING",
            doc = "Characters of the text from a position, counted from zero; fewer where it ends before.",
            example = {"SUBSTRING('abcdef', 2, 3) -> 'cde'", "SUBSTRING('abc', 1, 99) -> 'bc'"},
            source = SOURCE + "; that the third argument is a length is not documented")
    static String substring(String text, long start, long length) {
        int from = clip(start, text);
        return text.substring(from, from + clip(length, text.substring(from)));
    }

    @Scalar(
            aql = "CONCAT",
            doc = "The texts one after the other; null counts as empty.",
            example = "CONCAT('a', ':', 'b') -> 'a:b'",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static String concat(String... texts) {
        StringBuilder all = new StringBuilder();
        for (String text : texts) {
            if (text != null) {
                all.append(text);
            }
        }
        return all.toString();
    }

    @Scalar(
            aql = "REPLACEALL",
            doc = "The second argument with every match of the regular expression replaced.",
            example = "REPLACEALL('[0-9]+', 'a1b22', 'n') -> 'anbn'",
            source = SOURCE)
    static String replaceAll(RegexPattern pattern, String text, String replacement) {
        return pattern.replaceAll(text, replacement);
    }

    @Scalar(
            aql = "REPLACEFIRST",
            doc = "The second argument with the first match of the regular expression replaced.",
            example = "REPLACEFIRST('[0-9]+', 'a1b22', 'n') -> 'anb22'",
            source = SOURCE)
    static String replaceFirst(RegexPattern pattern, String text, String replacement) {
        return pattern.replaceFirst(text, replacement);
    }

    @Scalar(aql = "BASE64", doc = "The bytes in Base64.", example = "BASE64('abc') -> 'YWJj'", source = SOURCE)
    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int clip(long position, String text) {
        return (int) Math.max(0, Math.min(position, text.length()));
    }
}

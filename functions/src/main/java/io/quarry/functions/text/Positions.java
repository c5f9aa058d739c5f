package io.quarry.functions.text;

import com.google.re2j.Matcher;
import io.quarry.functions.Preparation;
import io.quarry.plan.FunctionException;
import io.quarry.processor.Scalar;

/** Where and how often a text occurs in another. Positions count code points from 0. */
final class Positions {
    private static final String INDEX = "Kusto Query Language reference, indexof(); answers of the Kusto emulator";
    private static final String REGEX = "Kusto Query Language reference, indexof_regex()";
    private static final String COUNT = "Kusto Query Language reference, countof()";

    private static final Preparation<String, Regex> REGEXES = new Preparation<>(Regex::of);

    private Positions() {}

    @Scalar(
            kql = "indexof",
            doc = "Position of the first occurrence; -1 if there is none, null for an empty lookup.",
            example = {"indexof('abcabc', 'c') -> 2", "indexof('abc', 'x') -> -1", "indexof('abc', '') -> long(null)"},
            source = INDEX)
    static Long indexOf(String text, String lookup) {
        return indexOf(text, lookup, 0, -1, 1);
    }

    @Scalar(
            kql = "indexof",
            doc = "Position of the first occurrence at or after a start; a negative start counts from the end.",
            example = {"indexof('abcabc', 'a', 2) -> 3", "indexof('abcdefabcdef', 'abc', -6) -> 6"},
            source = INDEX)
    static Long indexOf(String text, String lookup, long start) {
        return indexOf(text, lookup, start, -1, 1);
    }

    @Scalar(
            kql = "indexof",
            doc = "The same, within so many characters from the start; -1 is to the end.",
            example = "indexof('abcdefg', 'cde', 1, 3) -> -1",
            source = INDEX)
    static Long indexOf(String text, String lookup, long start, long length) {
        return indexOf(text, lookup, start, length, 1);
    }

    @Scalar(
            kql = "indexof",
            doc = "The same for a later occurrence; the characters are counted from the occurrence before.",
            example = {
                "indexof('abcabc', 'c', 0, -1, 2) -> 5",
                "indexof('abcdefgabcdefg', 'cde', 1, 10, 2) -> 9",
                "indexof('abc', 'c', 0, -2, 1) -> long(null)"
            },
            source = INDEX)
    static Long indexOf(String text, String lookup, long start, long length, long occurrence) {
        if (lookup.isEmpty() || length < -1 || occurrence < 0) {
            return null;
        }
        int size = text.codePointCount(0, text.length());
        long from = start < 0 ? Math.max(0, size + start) : start;
        if (from > size || occurrence < 1) {
            return -1L;
        }
        int begin = text.offsetByCodePoints(0, (int) from);
        int at = -1;
        for (long i = 0; i < occurrence; i++) {
            at = text.indexOf(lookup, begin);
            if (at < 0 || length >= 0 && text.codePointCount(begin, at + lookup.length()) > length) {
                return -1L;
            }
            begin = at + 1;
        }
        return (long) text.codePointCount(0, at);
    }

    @Scalar(
            kql = "indexof_regex",
            doc = "Position of the first match of a regular expression; -1 if there is none.",
            example = "indexof_regex('abc123', @'\\d+') -> 3",
            source = REGEX)
    static Long indexOfRegex(String text, Regex regex) {
        return indexOfRegex(text, regex, 0, -1, 1);
    }

    @Scalar(
            kql = "indexof_regex",
            doc = "Position of the first match at or after a start; null for a negative start.",
            example = {"indexof_regex('abcabc', @'a.c', 1) -> 3", "indexof_regex('abcabc', 'a|ab', -1) -> long(null)"},
            source = REGEX)
    static Long indexOfRegex(String text, Regex regex, long start) {
        return indexOfRegex(text, regex, start, -1, 1);
    }

    @Scalar(
            kql = "indexof_regex",
            doc = "The same, within so many characters from the start; -1 is to the end.",
            example = "indexof_regex('abcdefg', 'c.e', 1, 3) -> -1",
            source = REGEX)
    static Long indexOfRegex(String text, Regex regex, long start, long length) {
        return indexOfRegex(text, regex, start, length, 1);
    }

    @Scalar(
            kql = "indexof_regex",
            doc = "The same for a later match; matches do not overlap.",
            example = {
                "indexof_regex('abcabcdefg', @'a.c', 0, 9, 2) -> 3",
                "indexof_regex('ababaa', @'a.a', 0, -1, 2) -> -1"
            },
            source = REGEX)
    static Long indexOfRegex(String text, Regex regex, long start, long length, long occurrence) {
        if (start < 0 || length < -1 || occurrence < 0) {
            return null;
        }
        int size = text.codePointCount(0, text.length());
        if (start > size) {
            return -1L;
        }
        int from = text.offsetByCodePoints(0, (int) start);
        int to = length < 0 || length > size - start ? text.length() : text.offsetByCodePoints(from, (int) length);
        Matcher matcher = regex.matcher(text.substring(from, to));
        for (long i = 1; matcher.find(); i++) {
            if (i >= occurrence) {
                return start + text.codePointCount(from, from + matcher.start());
            }
        }
        return -1L;
    }

    @Scalar(
            kql = "countof",
            doc = "Number of occurrences, those that overlap too.",
            example = {"countof('aaaa', 'aa') -> 3", "countof('abc', 'x') -> 0"},
            source = COUNT)
    static long count(String text, String search) {
        long count = 0;
        if (!search.isEmpty()) {
            for (int at = text.indexOf(search); at >= 0; at = text.indexOf(search, at + 1)) {
                count++;
            }
        }
        return count;
    }

    @Scalar(
            kql = "countof",
            doc = "Number of occurrences of a text ('normal') or matches of a regular expression ('regex').",
            example = {"countof('hello world', 'l+', 'regex') -> 2", "countof('aaaa', 'aa', 'normal') -> 3"},
            source = COUNT)
    static long count(String text, String search, String kind) {
        return switch (kind) {
            case "normal" -> count(text, search);
            case "regex" -> matches(text, REGEXES.get(search));
            default -> throw new FunctionException("countof: the kind is 'normal' or 'regex', found '" + kind + "'");
        };
    }

    private static long matches(String text, Regex regex) {
        long count = 0;
        for (Matcher matcher = regex.matcher(text); matcher.find(); ) {
            count++;
        }
        return count;
    }
}

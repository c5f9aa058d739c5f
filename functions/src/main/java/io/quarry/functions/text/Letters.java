package io.quarry.functions.text;

import io.quarry.plan.FunctionException;
import io.quarry.processor.Scalar;

/** Letter case, order and repetition of text. */
final class Letters {
    private Letters() {}

    @Scalar(
            kql = "tolower",
            doc = "The text in lower case, one character for one.",
            example = "tolower('ÉCOLE') -> 'école'",
            source = "Kusto Query Language reference, tolower()")
    static String toLower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }

    @Scalar(
            kql = "toupper",
            doc = "The text in upper case, one character for one.",
            example = {"toupper('école') -> 'ÉCOLE'", "toupper('straße') -> 'STRAßE'"},
            source = "Kusto Query Language reference, toupper()")
    static String toUpper(String text) {
        StringBuilder upper = new StringBuilder(text.length());
        text.codePoints().map(Character::toUpperCase).forEach(upper::appendCodePoint);
        return upper.toString();
    }

    @Scalar(
            kql = "reverse",
            doc = "The characters in the opposite order.",
            example = "reverse('naïve') -> 'evïan'",
            source = "Kusto Query Language reference, reverse()")
    static String reverse(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    @Scalar(
            kql = "strcmp",
            doc = "-1, 0 or 1 as the first text stands before, beside or after the second by code points.",
            example = {"strcmp('ABC', 'ABD') -> -1", "strcmp('a', 'a') -> 0", "strcmp('a', 'B') -> 1"},
            source = "Kusto Query Language reference, strcmp()")
    static long compare(Utf8 left, Utf8 right) {
        return Integer.signum(left.compareTo(right));
    }

    @Scalar(
            kql = "isascii",
            doc = "True if all characters are of ASCII.",
            example = "isascii('é') -> false",
            source = "Kusto Query Language reference, isascii()")
    static boolean isAscii(Utf8 text) {
        return CodePoints.isAscii(text.bytes(), text.start(), text.end());
    }

    @Scalar(
            kql = "isutf8",
            doc = "True if the text is sound Unicode: no half of a pair stands alone.",
            example = "isutf8('é') -> true",
            source = "Kusto Query Language reference, isutf8()")
    static boolean isUtf8(String text) {
        return text.codePoints().noneMatch(code -> code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE);
    }

    @Scalar(
            kql = "assert",
            doc = "True; a condition that is false fails the query with the message.",
            example = "assert(true, 'never said') -> true",
            source = "Kusto Query Language reference, assert()")
    static boolean assertion(boolean condition, String message) {
        if (!condition) {
            throw new FunctionException(message);
        }
        return true;
    }
}

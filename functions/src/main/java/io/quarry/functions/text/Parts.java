package io.quarry.functions.text;

import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Parts of text by position and by literal delimiters. Positions count code points from 0. */
final class Parts {
    private static final String SUBSTRING =
            "Kusto Query Language reference, substring(); answers of the Kusto emulator";
    private static final String SPLIT = "Kusto Query Language reference, split(); answers of the Kusto emulator";

    private Parts() {}

    @Scalar(
            kql = "substring",
            doc = "The text from a position on; a negative one counts from the end.",
            example = {"substring('hello', 2) -> 'llo'", "substring('hello', -2) -> 'lo'"},
            source = SUBSTRING,
            nulls = Nulls.GIVE_EMPTY)
    static String substring(String text, long start) {
        return substring(text, start, Integer.MAX_VALUE);
    }

    @Scalar(
            kql = "substring",
            doc = "At most so many characters of the text from a position on.",
            example = {
                "substring('hello', 1, 3) -> 'ell'",
                "substring('hello', 9, 1) -> ''",
                "substring('hello', -9, 2) -> ''"
            },
            source = SUBSTRING,
            nulls = Nulls.GIVE_EMPTY)
    static String substring(String text, long start, long length) {
        int size = text.codePointCount(0, text.length());
        long from = start < 0 ? size + start : start;
        if (from < 0 || from >= size || length <= 0) {
            return "";
        }
        long to = length > size - from ? size : from + length;
        int begin = text.offsetByCodePoints(0, (int) from);
        return text.substring(begin, text.offsetByCodePoints(begin, (int) (to - from)));
    }

    @Scalar(
            kql = "split",
            doc = "Array of the parts between the delimiters; empty parts stay.",
            example = {"split('a,b,', ',') -> dynamic(['a','b',''])", "split('', ',') -> dynamic([''])"},
            source = SPLIT)
    static Object split(String text, String delimiter) {
        List<Object> parts = new ArrayList<>();
        if (delimiter.isEmpty()) {
            parts.add(text);
            return parts;
        }
        int from = 0;
        for (int at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, from)) {
            parts.add(text.substring(from, at));
            from = at + delimiter.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    @Scalar(
            kql = "split",
            doc = "Array of one part between the delimiters; null if there are not so many.",
            example = {"split('a=b', '=', 1) -> dynamic(['b'])", "split('a=b', '=', 2) -> dynamic(null)"},
            source = SPLIT)
    static Object split(String text, String delimiter, long index) {
        List<?> parts = (List<?>) split(text, delimiter);
        long at = index < 0 ? parts.size() + index : index;
        return at < 0 || at >= parts.size() ? null : List.of(parts.get((int) at));
    }
}

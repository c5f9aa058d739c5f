package io.quarry.functions.text;

import io.quarry.data.CapacityException;
import io.quarry.functions.json.DynamicText;
import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.util.List;

/** Texts put together. Arguments of other types are given as their texts. */
final class Joining {
    private static final long MAX_REPEATS = 1024;

    private Joining() {}

    @Scalar(
            kql = "strcat",
            doc = "The texts one after the other.",
            example = "strcat('a', '', 'b') -> 'ab'",
            source = "Kusto Query Language reference, strcat()",
            nulls = Nulls.SEEN)
    static String concat(String... texts) {
        return join("", texts);
    }

    @Scalar(
            kql = "strcat_delim",
            doc = "The texts with the delimiter between them.",
            example = "strcat_delim('-', 'a', 'b', 'c') -> 'a-b-c'",
            source = "Kusto Query Language reference, strcat_delim()",
            nulls = Nulls.SEEN)
    static String join(String delimiter, String... texts) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < texts.length; i++) {
            if (i > 0 && delimiter != null) {
                joined.append(delimiter);
            }
            if (texts[i] != null) {
                joined.append(texts[i]);
            }
        }
        return joined.toString();
    }

    @Scalar(
            kql = {"strcat_array", "array_strcat"},
            doc = "The texts of an array's elements with the delimiter between them; of null, the empty text.",
            example = "strcat_array(dynamic([1, 'a', null]), '->') -> '1->a->'",
            source = "Kusto Query Language reference, strcat_array()",
            nulls = Nulls.GIVE_EMPTY)
    static String joinArray(Object array, String delimiter) {
        return array instanceof List<?> elements
                ? join(delimiter, elements.stream().map(DynamicText::of).toArray(String[]::new))
                : "";
    }

    @Scalar(
            kql = "strrep",
            doc = "The text so many times; at most 1024.",
            example = "strrep('ab', 3) -> 'ababab'",
            source = "Kusto Query Language reference, strrep()",
            nulls = Nulls.GIVE_EMPTY)
    static String repeat(String text, long times) {
        return repeat(text, times, "");
    }

    @Scalar(
            kql = "strrep",
            doc = "The text so many times, with the delimiter between; at most 1024.",
            example = "strrep('ab', 3, ',') -> 'ab,ab,ab'",
            source = "Kusto Query Language reference, strrep()",
            nulls = Nulls.GIVE_EMPTY)
    static String repeat(String text, long times, String delimiter) {
        int count = (int) Math.max(0, Math.min(times, MAX_REPEATS));
        CapacityException.requireText(count * ((long) text.length() + delimiter.length()));
        return String.join(delimiter, java.util.Collections.nCopies(count, text));
    }
}

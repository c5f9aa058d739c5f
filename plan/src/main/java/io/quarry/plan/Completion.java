package io.quarry.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that could be written at a place.
 *
 * @param text what to write
 * @param replaces what it takes the place of: the name that has been begun, maybe empty
 * @param detail a type or signature; may be empty
 * @param doc what it is, in a sentence; may be empty
 */
public record Completion(String text, Kind kind, Span replaces, String detail, String doc) {
    /** Of those with one text the first only. */
    public static List<Completion> distinct(List<Completion> completions) {
        Map<String, Completion> byText = new LinkedHashMap<>();
        completions.forEach(completion -> byText.putIfAbsent(completion.text(), completion));
        return List.copyOf(byText.values());
    }

    /** What kinds of things can be completed. */
    public enum Kind {
        COLUMN,
        VARIABLE,
        TABLE,
        FUNCTION,
        OPERATOR,
        KEYWORD
    }
}

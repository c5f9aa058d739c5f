package io.quarry.plan;

/**
 * Something that could be written at a place.
 *
 * @param text what to write
 * @param replaces what it takes the place of: the name that has been begun, maybe empty
 * @param detail a type or signature; may be empty
 * @param doc what it is, in a sentence; may be empty
 */
public record Completion(String text, Kind kind, Span replaces, String detail, String doc) {
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

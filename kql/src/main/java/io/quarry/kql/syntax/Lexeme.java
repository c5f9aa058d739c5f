package io.quarry.kql.syntax;

import io.quarry.plan.Span;

/**
 * A word of a text or a comment, as it is written.
 *
 * @param text exactly what stands in the span
 */
public record Lexeme(Kind kind, Span span, String text) {
    /** What kinds of words there are. */
    public enum Kind {
        NAME,
        SYMBOL,
        STRING,
        /** A number or timespan. */
        NUMBER,
        /** {@code datetime(...)} and its like. */
        TYPED_LITERAL,
        /** From two slashes to the end of the line. */
        COMMENT
    }

    public boolean is(String symbolOrName) {
        return text.equals(symbolOrName) && (kind == Kind.SYMBOL || kind == Kind.NAME);
    }

    /** True if the other one follows without anything between. */
    public boolean touches(Lexeme next) {
        return span.end() == next.span().start();
    }
}

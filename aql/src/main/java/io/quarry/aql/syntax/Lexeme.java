package io.quarry.aql.syntax;

import io.quarry.plan.Span;

/**
 * A word of a text or a comment, as it is written.
 *
 * @param text exactly what stands in the span
 */
public record Lexeme(Kind kind, Span span, String text) {
    /** What kinds of words there are. */
    public enum Kind {
        /** A bare word that the grammar knows where it stands. */
        KEYWORD,
        /** Any other bare word, and one in double quotes. */
        NAME,
        /** A text in single quotes, or a placeholder. */
        TEXT,
        NUMBER,
        SYMBOL,
        /** Between slashes and stars. */
        BLOCK_COMMENT,
        /** To the end of the line. */
        LINE_COMMENT;

        public boolean isComment() {
            return this == BLOCK_COMMENT || this == LINE_COMMENT;
        }
    }

    /** True for that keyword in any letter case, or for that symbol. */
    public boolean is(String keywordOrSymbol) {
        return (kind == Kind.KEYWORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(keywordOrSymbol);
    }

    /** True if the other one follows without anything between. */
    public boolean touches(Lexeme next) {
        return span.end() == next.span().start();
    }
}

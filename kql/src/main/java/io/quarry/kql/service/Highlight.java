package io.quarry.kql.service;

import io.quarry.plan.Span;

/** A part of a text with what it is, for colours. */
public record Highlight(Span span, Kind kind) {
    /** What parts of a text can be. */
    public enum Kind {
        COMMENT,
        STRING,
        /** Numbers, timespans, and literals such as {@code datetime(...)}. */
        NUMBER,
        KEYWORD,
        /** The operator that a step begins with. */
        OPERATOR,
        FUNCTION,
        TABLE,
        VARIABLE,
        /** Columns, and names that mean nothing. */
        COLUMN,
        PUNCTUATION,
        /** What an error is about. */
        ERROR
    }
}

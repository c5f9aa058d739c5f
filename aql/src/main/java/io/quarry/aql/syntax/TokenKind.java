package io.quarry.aql.syntax;

/** What a token is. Keywords are names: which of them mean something is decided where they stand. */
enum TokenKind {
    /** A bare name or keyword. */
    NAME,
    /** A name in double quotes, never a keyword. */
    QUOTED_NAME,
    /** A text in single quotes. */
    TEXT,
    INTEGER,
    DECIMAL,
    /** An operator or mark of punctuation. */
    SYMBOL,
    /** A {@link Placeholder} for which no value is given. */
    PLACEHOLDER,
    END
}

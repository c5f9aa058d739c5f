package io.quarry.aql.catalog;

/**
 * A reading of AQL that nobody has confirmed on a live system; each decided in one place. {@link AqlCatalog#standard} has
 * {@link #NEWEST_FIRST}, {@link #ADDRESS_FROM_TEXT} and {@link #UNKNOWN_PROPERTIES} on, the others off.
 */
public enum AqlSwitch {
    /** {@code MATCHES} is satisfied by a match anywhere in the value, instead of by one that covers it. */
    REGEX_ANYWHERE,
    /** A test of an absent value is false instead of unknown, so that {@code NOT} and {@code !=} keep the row. */
    ABSENT_IS_FALSE,
    /** Without {@code ORDER BY} the newest row comes first. */
    NEWEST_FIRST,
    /** A custom property of text may be given to {@code INCIDR}; what is no address gives null. */
    ADDRESS_FROM_TEXT,
    /** A name in double quotes that is not known is a custom property of text that the site defines; else it is refused. */
    UNKNOWN_PROPERTIES
}

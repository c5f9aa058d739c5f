package io.quarry.aql.syntax;

/** The operators that test a text against a pattern: AQL's four, and those of other languages that authors write. */
public enum MatchOperator {
    LIKE("LIKE"),
    ILIKE("ILIKE"),
    MATCHES("MATCHES"),
    IMATCHES("IMATCHES"),
    /** Standard SQL's; not AQL. */
    SIMILAR_TO("SIMILAR TO"),
    /** {@code REGEXP}, {@code RLIKE}, {@code MATCHES REGEX} and {@code ~}: a search anywhere in the value; not AQL. */
    REGEXP("REGEXP"),
    /** {@code LIKE ANY (...)}; not AQL. */
    LIKE_ANY("LIKE ANY"),
    /** {@code ILIKE ANY (...)}; not AQL. */
    ILIKE_ANY("ILIKE ANY");

    private final String keyword;

    MatchOperator(String keyword) {
        this.keyword = keyword;
    }

    public String keyword() {
        return keyword;
    }

    /** True for the two that stand before a list of patterns. */
    boolean takesList() {
        return this == LIKE_ANY || this == ILIKE_ANY;
    }

    /** True for {@code LIKE} and {@code ILIKE}: wildcards instead of a regular expression. */
    public boolean hasWildcards() {
        return this == LIKE || this == ILIKE;
    }

    /** True for {@code MATCHES} and {@code IMATCHES}. */
    public boolean isRegex() {
        return this == MATCHES || this == IMATCHES;
    }

    /** True for the two that do not tell upper from lower case. */
    public boolean ignoresCase() {
        return this == ILIKE || this == IMATCHES || this == ILIKE_ANY;
    }
}

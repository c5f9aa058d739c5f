package io.quarry.functions.aql;

import io.quarry.functions.text.Needle;
import io.quarry.functions.text.Utf8;

/** Where a pattern of {@code LIKE} has its wildcards; all but one shape are a search for a text. */
enum LikeShape {
    /** {@code abc}. */
    WHOLE,
    /** {@code abc%}. */
    PREFIX,
    /** {@code %abc}. */
    SUFFIX,
    /** {@code %abc%}. */
    PART,
    /** Any other. */
    MIXED;

    static LikeShape of(String pattern) {
        if (pattern.indexOf('_') >= 0) {
            return MIXED;
        }
        boolean begins = pattern.startsWith("%");
        boolean ends = pattern.endsWith("%") && pattern.length() > 1;
        if (pattern.substring(begins ? 1 : 0, pattern.length() - (ends ? 1 : 0)).indexOf('%') >= 0) {
            return MIXED;
        }
        return begins ? (ends ? PART : SUFFIX) : ends ? PREFIX : WHOLE;
    }

    /** The text to look for; empty for {@link #MIXED}. */
    String needle(String pattern) {
        return switch (this) {
            case WHOLE -> pattern;
            case PREFIX -> pattern.substring(0, pattern.length() - 1);
            case SUFFIX -> pattern.substring(1);
            case PART -> pattern.substring(1, pattern.length() - 1);
            case MIXED -> "";
        };
    }

    /** True if the needle stands in the text where this shape wants it. */
    boolean holds(Needle needle, Utf8 text) {
        return switch (this) {
            case WHOLE -> needle.isEqualTo(text);
            case PREFIX -> needle.isPrefixOf(text);
            case SUFFIX -> needle.isSuffixOf(text);
            case PART -> needle.isIn(text);
            case MIXED -> throw new IllegalStateException("a pattern of mixed shape is no search for a text");
        };
    }
}

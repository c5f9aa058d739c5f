package io.quarry.aql.catalog;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** A reading of AQL that nobody has confirmed on a live system; each decided in one place. */
public enum AqlSwitch {
    REGEX_ANYWHERE(false, "MATCHES is satisfied by a match anywhere in the value, instead of by one that covers it."),
    DOT_MATCHES_LINE_BREAKS(false, "A dot of a regular expression matches line breaks, too."),
    ABSENT_IS_FALSE(false, "A test of an absent value is false instead of unknown, so that NOT and != keep the row."),
    ABSENT_IS_LEAST(false, "Absent values sort before all others instead of after them."),
    ABSENT_PART_IS_ABSENT(false, "CONCAT with an absent part is absent, instead of taking it for an empty text."),
    EQUAL_IGNORES_CASE(false, "Texts are equal whatever their letters' case."),
    SUBSTRING_TO_END(false, "The third argument of SUBSTRING is where the part ends, instead of its length."),
    NEWEST_FIRST(true, "Without ORDER BY the newest row comes first."),
    NO_ROW_OF_NOTHING(
            false, "Aggregates without GROUP BY give no row if there is nothing to aggregate, instead of one."),
    SESSION_PER_VALUE(
            true, "Sessions are kept for each tuple of values after SESSION BY, instead of ending where one changes."),
    WHOLE_MINUTES(false, "LAST begins at a whole minute, as START does."),
    ONE_MINUTE_BY_DEFAULT(false, "Without a time clause one minute is searched, instead of five."),
    CURSORS_ARE_TABLES(
            true, "What a statement keeps with INTO is a table to later statements of the text; else it is refused."),
    ADDRESS_FROM_TEXT(
            true, "A custom property of text may stand where an address belongs; what is no address gives null."),
    UNKNOWN_PROPERTIES(
            true, "A name that is not known is a custom property of text that the site defines; else it is refused.");

    private final boolean isStandard;
    private final String doc;

    AqlSwitch(boolean isStandard, String doc) {
        this.isStandard = isStandard;
        this.doc = doc;
    }

    /** True if {@link AqlCatalog#standard} has it on. */
    public boolean isStandard() {
        return isStandard;
    }

    /** What it means to have it on, in a sentence. */
    public String doc() {
        return doc;
    }

    static Set<AqlSwitch> standard() {
        Set<AqlSwitch> on = EnumSet.noneOf(AqlSwitch.class);
        Arrays.stream(values()).filter(AqlSwitch::isStandard).forEach(on::add);
        return on;
    }
}

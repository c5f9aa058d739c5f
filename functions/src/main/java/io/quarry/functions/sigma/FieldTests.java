package io.quarry.functions.sigma;

import io.quarry.functions.text.Utf8;
import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;

/** Functions of a field and what a rule wrote for it. */
final class FieldTests {
    private static final String MODIFIERS = "Sigma specification, Modifiers 2.1.0";
    private static final String RULES = "Sigma specification, Rules 2.0.0, Detection";

    private FieldTests() {}

    @Scalar(
            sigma = "like",
            doc = "True if the field is as one of the patterns, in any letter case.",
            source = RULES,
            nulls = Nulls.GIVE_FALSE)
    static boolean like(Utf8 field, LikePatterns patterns) {
        return patterns.anyMatches(field);
    }

    @Scalar(
            sigma = "like_cased",
            doc = "True if the field is as one of the patterns.",
            source = MODIFIERS,
            nulls = Nulls.GIVE_FALSE)
    static boolean likeCased(Utf8 field, CasedLikePatterns patterns) {
        return patterns.anyMatches(field);
    }

    @Scalar(
            sigma = "re",
            doc = "True if one of the regular expressions matches somewhere in the field.",
            source = MODIFIERS,
            nulls = Nulls.GIVE_FALSE)
    static boolean re(Utf8 field, Regexes regexes) {
        return regexes.anyFinds(field);
    }

    @Scalar(
            sigma = "cidr",
            doc = "True if the field is an IP address in one of the networks.",
            source = MODIFIERS,
            nulls = Nulls.GIVE_FALSE)
    static boolean cidr(String field, Networks networks) {
        return Occurrences.any(field, networks::anyHolds);
    }

    @Scalar(
            sigma = "exists",
            doc = "True if the event has the field, with whatever value.",
            source = MODIFIERS,
            nulls = Nulls.SEEN)
    static boolean exists(String field) {
        return field != null;
    }

    @Scalar(
            sigma = "lt",
            doc = "True if the field is a number less than one of these.",
            source = MODIFIERS,
            nulls = Nulls.GIVE_FALSE)
    static boolean lessThan(String field, Numbers numbers) {
        return Occurrences.any(field, value -> numbers.any(value, sign -> sign < 0));
    }

    @Scalar(
            sigma = "lte",
            doc = "True if the field is a number not greater than one of these.",
            source = MODIFIERS,
            nulls = Nulls.GIVE_FALSE)
    static boolean lessOrEqual(String field, Numbers numbers) {
        return Occurrences.any(field, value -> numbers.any(value, sign -> sign <= 0));
    }

    @Scalar(
            sigma = "gt",
            doc = "True if the field is a number greater than one of these.",
            source = MODIFIERS,
            nulls = Nulls.GIVE_FALSE)
    static boolean greaterThan(String field, Numbers numbers) {
        return Occurrences.any(field, value -> numbers.any(value, sign -> sign > 0));
    }

    @Scalar(
            sigma = "gte",
            doc = "True if the field is a number not less than one of these.",
            source = MODIFIERS,
            nulls = Nulls.GIVE_FALSE)
    static boolean greaterOrEqual(String field, Numbers numbers) {
        return Occurrences.any(field, value -> numbers.any(value, sign -> sign >= 0));
    }
}

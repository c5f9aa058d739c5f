package io.quarry.functions.sigma;

import io.quarry.functions.text.Folding;
import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.util.function.BiPredicate;

/** Comparisons of two fields of one event. */
final class FieldReferences {
    private static final String SOURCE = "Sigma specification, Modifiers 2.1.0, fieldref";

    private FieldReferences() {}

    @Scalar(
            sigma = "fieldref",
            doc = "True if the two fields are equal but for letter case.",
            source = SOURCE,
            nulls = Nulls.GIVE_FALSE)
    static boolean equal(String field, String other) {
        return any(Folding.fold(field), Folding.fold(other), String::equals);
    }

    @Scalar(
            sigma = "fieldref_cased",
            doc = "True if the two fields are equal.",
            source = SOURCE,
            nulls = Nulls.GIVE_FALSE)
    static boolean equalCased(String field, String other) {
        return any(field, other, String::equals);
    }

    @Scalar(
            sigma = "fieldref_contains",
            doc = "True if the field contains the other, in any letter case.",
            source = SOURCE,
            nulls = Nulls.GIVE_FALSE)
    static boolean contains(String field, String other) {
        return any(Folding.fold(field), Folding.fold(other), String::contains);
    }

    @Scalar(
            sigma = "fieldref_contains_cased",
            doc = "True if the field contains the other.",
            source = SOURCE,
            nulls = Nulls.GIVE_FALSE)
    static boolean containsCased(String field, String other) {
        return any(field, other, String::contains);
    }

    @Scalar(
            sigma = "fieldref_startswith",
            doc = "True if the field begins with the other, in any letter case.",
            source = SOURCE,
            nulls = Nulls.GIVE_FALSE)
    static boolean startsWith(String field, String other) {
        return any(Folding.fold(field), Folding.fold(other), String::startsWith);
    }

    @Scalar(
            sigma = "fieldref_startswith_cased",
            doc = "True if the field begins with the other.",
            source = SOURCE,
            nulls = Nulls.GIVE_FALSE)
    static boolean startsWithCased(String field, String other) {
        return any(field, other, String::startsWith);
    }

    @Scalar(
            sigma = "fieldref_endswith",
            doc = "True if the field ends with the other, in any letter case.",
            source = SOURCE,
            nulls = Nulls.GIVE_FALSE)
    static boolean endsWith(String field, String other) {
        return any(Folding.fold(field), Folding.fold(other), String::endsWith);
    }

    @Scalar(
            sigma = "fieldref_endswith_cased",
            doc = "True if the field ends with the other.",
            source = SOURCE,
            nulls = Nulls.GIVE_FALSE)
    static boolean endsWithCased(String field, String other) {
        return any(field, other, String::endsWith);
    }

    private static boolean any(String field, String other, BiPredicate<String, String> predicate) {
        return Occurrences.any(field, one -> Occurrences.any(other, two -> predicate.test(one, two)));
    }
}

package io.quarry.kql.syntax;

import io.quarry.data.Type;
import io.quarry.kql.syntax.Expression.Name;
import io.quarry.plan.Span;

/** A part of the pattern of {@code parse}. Immutable. */
public sealed interface ParsePiece {
    Span span();

    /** A string literal; several in a row are one. */
    record Constant(Span span, String text) implements ParsePiece {}

    /** {@code *}. */
    record Skip(Span span) implements ParsePiece {}

    /** {@code name: type}; a string where no type is given. */
    record Column(Span span, Name name, Type type) implements ParsePiece {}
}

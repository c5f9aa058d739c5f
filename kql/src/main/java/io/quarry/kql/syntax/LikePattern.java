package io.quarry.kql.syntax;

import io.quarry.kql.diagnostic.Problems;
import io.quarry.plan.Span;
import io.quarry.plan.TextEdit;
import java.util.Optional;

/**
 * A pattern as {@code LIKE} of SQL has it, whose only wildcards are per cents at its ends.
 *
 * @param operator what says the same of the text between the wildcards
 */
record LikePattern(Span span, String operator) {
    /** The pattern that stands some words from here; empty if none does, or it has other wildcards. */
    static Optional<LikePattern> at(Cursor cursor, int distance) {
        Token pattern = cursor.peek(distance);
        if (pattern.kind() != Token.Kind.STRING || pattern.text().isEmpty()) {
            return Optional.empty();
        }
        String text = pattern.text();
        boolean open = text.startsWith("%");
        boolean openEnd = text.length() > 1 && text.endsWith("%");
        String inner = text.substring(open ? 1 : 0, text.length() - (openEnd ? 1 : 0));
        if (inner.isEmpty() || inner.contains("%") || inner.contains("_")) {
            return Optional.empty();
        }
        String operator = open && openEnd ? "contains" : open ? "endswith" : openEnd ? "startswith" : "=~";
        return Optional.of(new LikePattern(pattern.span(), operator));
    }

    /** The edit that takes the wildcards away. */
    TextEdit withoutWildcards(Problems problems) {
        String written = problems.source().text().substring(span.start(), span.end());
        return new TextEdit(span, written.replace("%", ""));
    }
}

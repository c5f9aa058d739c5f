package io.quarry.plan;

import java.util.Objects;

/**
 * Where an expression or step was written. Equals every other origin, so that place never changes what a tree <em>is</em>:
 * the same predicate written twice is one predicate.
 */
public record Origin(SourceText source, Span span) {
    public Origin {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(span, "span");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Origin;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}

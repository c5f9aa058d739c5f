package io.quarry.plan.reference;

import java.util.Objects;

/**
 * Something that a language has: a statement, an operator, a function.
 *
 * @param kind {@code operator}, {@code scalar function}, ...; the headings of a reference
 * @param name what texts write, or a name for it; unique within its kind
 * @param usage how it is written, with placeholders in capitals; may be empty
 * @param doc what it does, in a sentence or two; may be empty
 * @param example a text that uses it, or {@code call -> result}; may be empty
 * @param differs where results are known to differ from the platform's; empty if nowhere
 */
public record Construct(String kind, String name, String usage, String doc, String example, String differs) {
    public Construct {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(usage, "usage");
        Objects.requireNonNull(doc, "doc");
        Objects.requireNonNull(example, "example");
        Objects.requireNonNull(differs, "differs");
    }
}

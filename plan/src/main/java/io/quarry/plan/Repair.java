package io.quarry.plan;

import java.util.List;
import java.util.Objects;

/**
 * Edits that turn a defect into what its author meant; offered only where that meaning is clear. All edits of a repair
 * are made, or none.
 *
 * @param description what the repair does, as an imperative: {@code put the operand in parentheses}
 */
public record Repair(String description, List<TextEdit> edits) {
    public Repair {
        Objects.requireNonNull(description, "description");
        edits = List.copyOf(edits);
    }

    /** A repair that replaces one span. */
    public static Repair replace(String description, Span span, String replacement) {
        return new Repair(description, List.of(new TextEdit(span, replacement)));
    }
}

package io.quarry.plan;

import java.util.List;

/**
 * What became of a text that was to be laid out.
 *
 * @param text laid out; as it was if it cannot be parsed
 * @param errors why it cannot be parsed
 */
public record Formatted(String text, List<Diagnostic> errors) {
    public Formatted {
        errors = List.copyOf(errors);
    }
}

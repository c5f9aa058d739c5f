package io.quarry.detect;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * One of the behaviours that a detection looks for.
 *
 * @param risk 0 to 100; empty where nobody said
 * @param severity empty where nobody said
 */
public record Branch(String name, OptionalInt risk, String severity, String description) {
    public Branch {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(risk, "risk");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(description, "description");
    }
}

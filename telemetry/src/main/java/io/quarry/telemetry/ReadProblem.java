package io.quarry.telemetry;

import java.util.Objects;

/**
 * Input that could not be read: what was lost, and where.
 *
 * @param location record 0 where a whole chunk or file is meant
 * @param message what was found and what was expected, without the place
 */
public record ReadProblem(EventLocation location, String message) {
    public ReadProblem {
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(message, "message");
    }

    /** {@code file: record 12 at byte 70144: size 0, expected at least 28}. */
    public String render() {
        StringBuilder out = new StringBuilder(location.file());
        if (location.record() > 0) {
            out.append(": record ").append(location.record());
        }
        if (location.offset() >= 0) {
            out.append(location.record() > 0 ? " at byte " : ": at byte ").append(location.offset());
        }
        return out.append(": ").append(message).toString();
    }
}

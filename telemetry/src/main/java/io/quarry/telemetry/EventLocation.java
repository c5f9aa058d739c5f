package io.quarry.telemetry;

import java.util.Objects;

/**
 * Where an event stands, so that a person can find it again.
 *
 * @param file the path as it was given, with {@code !member} for what stands inside an archive
 * @param record the position in the file, from 1: a record of an EVTX file, a line of an NDJSON file
 * @param offset where it begins, in bytes of the file's uncompressed content; -1 where that is not known
 */
public record EventLocation(String file, long record, long offset) {
    public EventLocation {
        Objects.requireNonNull(file, "file");
    }
}

package io.quarry.telemetry;

import java.util.Objects;

/**
 * Where an event stands, so that a person can find it again.
 *
 * @param file the path as it was given, with {@code !member} for what stands inside an archive
 * @param record the number in the file: the record id in the record's header of an EVTX file (which the event's own
 *     {@code EventRecordID} need not be), the line that a JSON object begins in, the count from 1 of an XML event
 * @param offset where it begins, in bytes of the file's uncompressed content; -1 where that is not known
 */
public record EventLocation(String file, long record, long offset) {
    public EventLocation {
        Objects.requireNonNull(file, "file");
    }
}

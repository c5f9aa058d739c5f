package io.quarry.telemetry.view;

import java.util.UUID;

/**
 * What an event says of a process that it names.
 *
 * @param host in lower case
 * @param guid all zero where the event gives none
 * @param pid {@link #NO_PID} where the event gives none
 * @param image in lower case; empty where the event gives none
 */
record ProcessKey(String host, UUID guid, long pid, String image) {
    static final long NO_PID = -1;

    boolean hasGuid() {
        return guid.getMostSignificantBits() != 0 || guid.getLeastSignificantBits() != 0;
    }

    /** False if what both say cannot be true of one process. */
    boolean agreesWith(ProcessKey other) {
        return (!hasGuid() || !other.hasGuid() || guid.equals(other.guid))
                && (image.isEmpty() || other.image.isEmpty() || image.equals(other.image));
    }
}

package io.quarry.telemetry.evtx;

/** What is being written does not fit into the rest of the chunk. */
final class ChunkFull extends Exception {
    private static final long serialVersionUID = 1L;

    ChunkFull() {
        super(null, null, false, false);
    }
}

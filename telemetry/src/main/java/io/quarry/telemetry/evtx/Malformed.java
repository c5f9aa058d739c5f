package io.quarry.telemetry.evtx;

/** A record that cannot be decoded. Without a stack trace: damage is input, and there may be much of it. */
final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
        super(message, null, false, false);
    }
}

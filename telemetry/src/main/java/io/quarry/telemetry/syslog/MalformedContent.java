package io.quarry.telemetry.syslog;

/** Content that is not what its beginning says. The message says what was found and what was expected. */
final class MalformedContent extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedContent(String message) {
        super(message, null, false, false);
    }
}

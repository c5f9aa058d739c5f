package io.quarry.cli;

/** The command line or an input is wrong; the message says what was found and what is expected. */
final class UsageException extends RuntimeException {
    UsageException(String message) {
        super(message);
    }
}

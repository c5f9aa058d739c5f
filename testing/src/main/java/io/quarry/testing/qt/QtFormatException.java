package io.quarry.testing.qt;

/** A test file does not follow the format. */
final class QtFormatException extends RuntimeException {
    QtFormatException(int line, String message) {
        super("line " + line + ": " + message);
    }
}

package io.quarry.telemetry.read;

import java.nio.file.Path;

/** An input that was named and is not there. The message names it. */
public final class InputException extends RuntimeException {
    private final transient Path path;

    public InputException(Path path, String message) {
        super(path + ": " + message);
        this.path = path;
    }

    public Path path() {
        return path;
    }
}

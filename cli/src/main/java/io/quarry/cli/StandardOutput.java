package io.quarry.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The process's standard output, which remembers the first failure: the print stream above it swallows them. A reader that
 * went away ({@code | head}) is no failure, but nothing is left to do for it.
 */
final class StandardOutput extends OutputStream {
    private final OutputStream out;
    private boolean isRead = true;
    private IOException failure;

    StandardOutput() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    StandardOutput(OutputStream out) {
        this.out = out;
    }

    /** Nobody reads the output any more, so that the command may end. */
    static final class NotReadException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotReadException(IOException cause) {
            super("nobody reads the output any more", cause);
        }
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    /** @throws NotReadException once, when the reader has gone; what is written after that goes nowhere */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!isRead) {
            return;
        }
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("Broken pipe")) {
                isRead = false;
                throw new NotReadException(e);
            }
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    /** Why output was lost, if it was. */
    Optional<String> failure() {
        return Optional.ofNullable(failure).map(IOException::getMessage);
    }
}

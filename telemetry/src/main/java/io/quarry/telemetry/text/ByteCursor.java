package io.quarry.telemetry.text;

import java.io.IOException;
import java.io.InputStream;

/** A stream byte by byte, with one byte to look ahead and the place in the stream. */
public final class ByteCursor {
    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int at;
    private int filled;
    private long bufferStart;
    private long line = 1;

    public ByteCursor(InputStream in) {
        this.in = in;
    }

    /** The next byte, 0 to 255, which stays to be taken; -1 at the end. */
    public int peek() throws IOException {
        if (at == filled) {
            bufferStart += filled;
            at = 0;
            filled = Math.max(0, in.read(buffer));
            if (filled == 0) {
                return -1;
            }
        }
        return buffer[at] & 0xff;
    }

    /** Takes the byte that {@link #peek} has just shown. */
    public int take() {
        int c = buffer[at++] & 0xff;
        if (c == '\n') {
            line++;
        }
        return c;
    }

    /** Where the next byte stands, from 0. */
    public long offset() {
        return bufferStart + at;
    }

    /** The line of the next byte, from 1. */
    public long line() {
        return line;
    }
}
